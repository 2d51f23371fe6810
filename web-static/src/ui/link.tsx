import type { ComponentChildren } from 'preact';
import { href, navigate } from '../app/router.ts';

/** A link to a screen of this entry. Opening in a new tab stays possible. */
export function Link(props: {
  to: string;
  class?: string;
  current?: boolean;
  children: ComponentChildren;
  onFollow?: () => void;
  /** Step of the screen that it leads to. */
  step?: string;
}) {
  return (
    <a
      href={href(props.to)}
      class={props.class}
      aria-current={props.current ? 'page' : undefined}
      onClick={(event) => {
        if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        props.onFollow?.();
        navigate(props.to, props.step === undefined ? {} : { step: props.step });
      }}
    >
      {props.children}
    </a>
  );
}
