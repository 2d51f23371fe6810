import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { hasMoved } from '../app/router.ts';
import { site } from '../app/site.ts';

/**
 * The one h1 of a screen. Sets the document's title and, after a move inside the page, takes the focus so that a screen
 * reader starts reading here. `mistakes` puts 「エラー：」 in front of the title.
 */
export function Heading(props: {
  title: string;
  /** Changes when the step changes although the title may not. */
  step?: string;
  /** The title is being written by whoever is here: it moves nobody. */
  typed?: boolean;
  mistakes?: boolean;
  caption?: ComponentChildren;
  children?: ComponentChildren;
}) {
  const { title, step = '', mistakes = false } = props;
  const ref = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const context = typeof props.caption === 'string' ? '｜' + props.caption : '';
    document.title = (mistakes ? 'エラー：' : '') + title + context + '｜' + site.name;
  });
  useEffect(() => {
    if (hasMoved() && ref.current !== null) {
      ref.current.focus();
      window.scrollTo(0, 0);
    }
  }, [props.typed ? '' : title, step]);
  return (
    <div class="heading">
      {props.caption && <p class="heading-caption">{props.caption}</p>}
      <h1 ref={ref} tabIndex={-1}>
        {props.children ?? title}
      </h1>
    </div>
  );
}
