import { yen } from '../app/words.ts';
import type { Tried } from '../console/design-types.ts';
import type { Field, Form } from '../forms/index.ts';

/** What came out otherwise than an example says, in a sentence that names the question. */
export function mismatchInWords(one: Tried['mismatches'][number], form: Form): string {
  switch (one.what) {
    case 'accepted':
      return one.expected ? '受け付けるはずでしたが、入力の誤りがあり、受け付けません。' : '受け付けないはずでしたが、受け付けます。';
    case 'fee':
      return `手数料は${fee(one.expected)}のはずでしたが、${fee(one.actual)}になりました。`;
    case 'pages':
      return `通るページは${pages(one.expected, form)}のはずでしたが、${pages(one.actual, form)}になりました。`;
    default:
      return `誤りのある質問は${questions(one.expected, form)}のはずでしたが、${questions(one.actual, form)}になりました。`;
  }
}

function fee(value: unknown): string {
  return typeof value === 'number' ? yen(value) : '決まらない額';
}

function pages(ids: unknown, form: Form): string {
  return quoted(texts(ids).map((id) => form.pages.filter((page) => page.id === id)[0]?.title ?? id));
}

/** Of errors as `path:code`, the questions, each once. */
function questions(errors: unknown, form: Form): string {
  const labels = texts(errors).map((error) => labelAt(error.split(':')[0]!, form));
  return quoted(labels.filter((label, at) => labels.indexOf(label) === at));
}

function labelAt(path: string, form: Form): string {
  let among: Field[] = form.pages.reduce<Field[]>((all, page) => all.concat(page.fields), []);
  let label = '';
  for (const step of path.split('.')) {
    const [id, index] = step.replace(']', '').split('[');
    const field = among.filter((one) => one.id === id)[0];
    if (field === undefined) break;
    label += (label === '' ? '' : 'の') + field.label + (index === undefined ? '' : Number(index) + 1);
    among = field.fields ?? [];
  }
  return label === '' ? '申請の全体' : label;
}

function quoted(words: string[]): string {
  return words.length === 0 ? '「なし」' : words.map((word) => `「${word}」`).join('');
}

function texts(list: unknown): string[] {
  return Array.isArray(list) ? list.map(String) : [];
}
