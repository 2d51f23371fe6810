import { elementId, rootOf, type PageJson } from './definition.ts';

/** The page that asks what a path names; null where none of them does. */
export function pageOf(pages: PageJson[], path: string): string | null {
  const root = rootOf(path);
  const page = pages.filter((one) => one.fields.some((field) => field.id === root))[0];
  return page === undefined ? null : page.id;
}

/** Focuses the input that answers a path, or the first one inside. */
export function focusPath(path: string): void {
  let id = elementId(path);
  let element = document.getElementById(id);
  while (element === null && id.lastIndexOf('-') > 1) {
    id = id.slice(0, id.lastIndexOf('-'));
    element = document.getElementById(id);
  }
  const inside =
    element !== null && element.matches('fieldset')
      ? element.querySelector<HTMLElement>('input, select, textarea, button')
      : element;
  focusOn(inside ?? element);
}

/** The heading where there is no such input. */
export function focusOn(input: HTMLElement | null): void {
  const target = input ?? document.querySelector('h1');
  target?.focus();
  target?.scrollIntoView({ block: 'center' });
}

