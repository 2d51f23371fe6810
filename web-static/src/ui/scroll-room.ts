import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * For a bar that stays at the lower edge: while it does, the browser brings nothing that gets the focus behind it. However high the
 * bar is, and however high what has the focus is.
 */
export function useScrollRoom<E extends HTMLElement>(): { current: E | null } {
  const bar = useRef<E>(null);
  useLayoutEffect(() => {
    const { style } = document.documentElement;
    const make = () => {
      const stays = bar.current !== null && getComputedStyle(bar.current).position === 'sticky';
      style.setProperty('scroll-padding-bottom', stays ? `${bar.current!.offsetHeight + 8}px` : '0');
    };
    // Of a text of several lines the browser brings only the line of the caret.
    const reveal = (event: KeyboardEvent) => {
      const at = document.activeElement;
      if (event.key !== 'Tab' || at === null || bar.current === null || bar.current.contains(at)) return;
      const [box, edge] = [at.getBoundingClientRect(), bar.current.getBoundingClientRect().top];
      const hidden = box.bottom + 8 - edge;
      if (hidden > 0 && box.top < edge && hidden < box.top) window.scrollBy(0, hidden);
    };
    make();
    window.addEventListener('resize', make);
    document.addEventListener('keyup', reveal);
    return () => {
      window.removeEventListener('resize', make);
      document.removeEventListener('keyup', reveal);
      style.removeProperty('scroll-padding-bottom');
    };
  });
  return bar;
}
