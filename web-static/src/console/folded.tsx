import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';

/** What is folded on the screen at first and always stands on paper, where nothing can be opened: a closed <details> would not. */
export function Folded(props: { title: string; children: ComponentChildren }) {
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <div class="folded">
      <button type="button" class="as-link" aria-expanded={open ? 'true' : 'false'} aria-controls={id} onClick={() => setOpen(!open)}>
        {props.title}
      </button>
      <p class="on-paper folded-title">{props.title}</p>
      <div id={id} class={open ? undefined : 'on-paper'}>
        {props.children}
      </div>
    </div>
  );
}
