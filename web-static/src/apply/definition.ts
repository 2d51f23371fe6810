import type { Field, Form, Json, Page } from '../forms/index.ts';

/** The published form definition as the screens read it: the form language's own model. */
export type FormJson = Form;
export type PageJson = Page;
export type FieldJson = Field;

export type Answers = Json;

/** `children[0].birth` → `f-children-0-birth`: the id of the element that takes the answer. */
export function elementId(path: string): string {
  return 'f-' + path.replace(/[.[\]]+/g, '-').replace(/-+$/, '');
}

/** The top-level field a path belongs to. */
export function rootOf(path: string): string {
  return path.split(/[.[]/)[0]!;
}

/** What has an answer that people read. */
export function isRead(field: FieldJson): boolean {
  return field.type !== 'note' && field.type !== 'constant';
}
