import type { Field, Form } from '../forms/index.ts';
import { nameOf } from './edit.ts';

/** Something that a letter can put in: how it is written, and what clerks call it. */
export interface Mergeable {
  written: string;
  label: string;
}

/** A condition that a letter can have, as it is written between the braces. */
export interface Test {
  written: string;
  label: string;
}

/** Parts of an answer that are often wanted alone; the server knows all of them. */
const PARTS: { [type: string]: string[] } = { name: ['姓', '名'], address: ['郵便番号'] };

const NEVER = ['note', 'constant'];

/** How a question is called in a letter: by its wording, or by its id where another is worded alike. */
function called(field: Field, form: Form, words: string[]): string {
  const label = field.label || '';
  const alike = questions(form).filter((one) => one.label === label).length;
  return label === '' || alike > 1 || words.indexOf(label) >= 0 || /[{}.．\n]/.test(label) ? field.id : label;
}

function questions(form: Form): Field[] {
  return form.pages.reduce<Field[]>((all, page) => all.concat(page.fields), []).filter((field) => NEVER.indexOf(field.type) < 0);
}

/** Everything that can be put in: facts of the case, then the questions in their order. */
export function mergeable(words: string[], form: Form | undefined): Mergeable[] {
  const facts = words.map((word) => ({ written: `{${word}}`, label: word }));
  if (form === undefined) return facts;
  return questions(form).reduce<Mergeable[]>((all, field) => {
    const name = called(field, form, words);
    const parts = (PARTS[field.type] || []).map((part) => ({ written: `{${name}.${part}}`, label: `答え：${nameOf(field)}（${part}）` }));
    return all.concat([{ written: `{${name}}`, label: `答え：${nameOf(field)}` }], parts);
  }, facts);
}

/** The conditions that can be made of one question; a number in them is for the clerk to change. */
export function tests(field: Field, form: Form, words: string[]): Test[] {
  const name = called(field, form, words);
  const answered = [
    { written: `${name} あり`, label: '答えがある' },
    { written: `${name} なし`, label: '答えがない' },
  ];
  const among = field.type === 'checkbox' ? 'を選んだ' : 'である';
  const choices = (field.options || []).map((option) => ({ written: `${name}＝「${option.label}」`, label: `「${option.label}」${among}` }));
  if (field.type === 'yesno') {
    return [
      { written: `${name}＝はい`, label: '「はい」である' },
      { written: `${name}＝いいえ`, label: '「いいえ」である' },
    ].concat(answered);
  }
  if (field.type === 'number' || field.type === 'amount' || field.type === 'computed') {
    return [
      { written: `${name}≧1`, label: '1以上（数は書きかえられます）' },
      { written: `${name}＝1`, label: '1に等しい（数は書きかえられます）' },
    ].concat(answered);
  }
  return choices.concat(answered);
}

/** The questions of which a condition can be made. */
export function askedIn(form: Form | undefined): Field[] {
  return form === undefined ? [] : questions(form);
}

/** The form as the server needs it to look at a letter: without pictures, examples and other languages. */
export function bare(form: Form, id: string): object {
  const { examples: _examples, texts: _texts, ...rest } = form;
  const pages = form.pages.map((page) => ({
    ...page,
    fields: page.fields.map((field) => {
      const { image: _image, ...plain } = field;
      return plain;
    }),
  }));
  return { ...rest, pages, id, version: 1 };
}
