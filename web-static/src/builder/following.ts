import type { Field, Form, Page } from '../forms/index.ts';
import type { Place } from './outline.tsx';

const UNNAMED = '（名前のない質問）';

/** The form with words where the author has none yet and without pages that ask nothing, so that it can be shown while it is being made. */
export function shownForm(form: Form): Form {
  const asked = (fields: Field[]) =>
    fields.filter((field) => field.type !== 'group' || (field.fields || []).length > 0).map((field) => {
      const shown: Field = { ...field, label: field.label || UNNAMED };
      if (field.text === '') shown.text = '（まだ文がありません）';
      if (field.fields !== undefined) shown.fields = field.fields.map((member) => ({ ...member, label: member.label || UNNAMED }));
      return shown;
    });
  const shown: Form = {
    ...form,
    title: form.title || '（名前のない手続）',
    pages: form.pages
      .map((page) => ({ ...page, title: page.title || '（見出しのないページ）', fields: asked(page.fields) }))
      .filter((page) => page.fields.length > 0),
  };
  // What is said of examples, and translations of what has no words yet, stands nowhere on the screen.
  delete shown.examples;
  return shown;
}

/** The question of a page in which a question stands: itself, or the group that it is a member of. */
export function outermost(form: Form, id: string | null): string | null {
  const found = form.pages
    .reduce<Field[]>((all, page) => all.concat(page.fields), [])
    .filter((field) => field.id === id || (field.fields || []).some((member) => member.id === id))[0];
  return found === undefined ? null : found.id;
}

/** Why what is being edited is not on the screen; '' when it is. */
export function hiddenNow(form: Form, follow: Place, followed: string | null, pages: Page[]): string {
  const own = form.pages.filter((page) => page.id === follow.page)[0];
  if (own === undefined || own.fields.length === 0) return '';
  const page = pages.filter((one) => one.id === own.id)[0];
  if (page === undefined) return '編集しているページは、下の入力では条件に合わないので出ません。';
  if (followed === null || page.fields.some((field) => field.id === followed)) return '';
  const field = own.fields.filter((one) => one.id === followed)[0];
  return field === undefined
    ? ''
    : field.type === 'constant'
      ? '編集している値は、住民には見えません。'
      : '編集している質問は、下の入力では条件に合わないので出ません。';
}
