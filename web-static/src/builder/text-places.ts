import type { Field, Form } from '../forms/index.ts';
import { nameOf } from './edit.ts';

const PARTS: { [part: string]: string } = {
  label: '質問の文', help: '説明', example: '記入例', text: '文', itemLabel: 'ひとつずつの呼び方', unit: '単位', alt: '画像の説明',
};

/** Where a text of the form stands, by its key: 「犬の数」の説明. */
export function placeOfText(key: string, form: Form): string {
  const [kind, id, ...rest] = key.split('.');
  if (kind === 'title') return '手続の名前';
  if (kind === 'page') {
    const at = form.pages.map((page) => page.id).indexOf(id!);
    return `${at + 1}ページ目の見出し`;
  }
  if (kind === 'rule') return '決まりが守られていないときの文';
  const outer = form.pages.reduce<Field[]>((all, page) => all.concat(page.fields), []).filter((field) => field.id === id)[0];
  const member = (outer?.fields || []).filter((field) => field.id === rest[0])[0];
  const field = member || outer;
  if (field === undefined) return '';
  const part = (member === undefined ? rest : rest.slice(1))[0]!;
  if (part === 'label') return field.type === 'note' ? '見出し' : PARTS.label!;
  const what = part === 'option' ? '選択肢' : part === 'message' ? 'まちがいのときの文' : PARTS[part] || part;
  return `「${nameOf(field)}」の${what}`;
}
