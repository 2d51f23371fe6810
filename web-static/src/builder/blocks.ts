import type { Field, Form } from '../forms/index.ts';
import { freeId, setPage } from './edit.ts';
import { withKnownTranslations } from './phrases.ts';

/** Questions that procedures have in common, worded once and well. */
export const BLOCKS: { id: string; name: string; fields: Field[] }[] = [
  {
    id: 'applicant',
    name: '申請する方（氏名・生年月日・住所・電話）',
    fields: [
      { id: 'name', type: 'name', label: '氏名', required: true, gif: 'fullName', help: '戸籍や住民票のとおりに入力してください。' },
      { id: 'birth', type: 'date', label: '生年月日', required: true, max: 'today', gif: 'dateOfBirth' },
      { id: 'address', type: 'address', label: '住所', required: true, gif: 'address', help: '住民票の住所を入力してください。' },
      { id: 'phone', type: 'phone', label: '電話番号', required: true, gif: 'phone', help: '日中に連絡がつく番号を入力してください。', example: '0133-72-3111' },
    ],
  },
  {
    id: 'contact',
    name: 'メールでの連絡先',
    fields: [
      { id: 'email', type: 'email', label: 'メールアドレス', gif: 'email', help: '申請の状況をお知らせします。', example: 'hanako@example.jp' },
    ],
  },
  {
    id: 'household',
    name: '世帯の方（人数分）',
    fields: [
      {
        id: 'members', type: 'group', label: '世帯の方', min: 1, max: 10, help: '申請する方をのぞいて入力してください。',
        fields: [
          { id: 'memberName', type: 'name', label: '氏名', required: true },
          { id: 'memberBirth', type: 'date', label: '生年月日', required: true, max: 'today' },
          { id: 'relation', type: 'text', label: '申請する方との続柄', required: true, example: '長男', maxLength: 20 },
        ],
      },
    ],
  },
  {
    id: 'account',
    name: '振込先の口座',
    fields: [{ id: 'account', type: 'bank', label: '振込先の口座', required: true, help: '申請する方ご本人の口座を入力してください。' }],
  },
  {
    id: 'agreement',
    name: '確かめと同意',
    fields: [
      { id: 'agreement', type: 'consent', label: '確認と同意', required: true, text: '入力した内容にまちがいがないことを確かめ、手続のために市が利用することに同意します。' },
    ],
  },
];

/** Adds a block at the end of a page, under ids that are free without claiming twice who applies, and with its translations. */
export function addBlock(form: Form, page: number, blockId: string): Form {
  const block = BLOCKS.filter((one) => one.id === blockId)[0];
  if (block === undefined) return form;
  const added = block.fields.reduce((next, field) => {
    const copy: Field = { ...field, id: unused(next, field.id) };
    if (copy.gif !== undefined && claims(next, copy.gif)) delete copy.gif;
    return setPage(next, page, { fields: next.pages[page]!.fields.concat([copy]) });
  }, form);
  return withKnownTranslations(added);
}

function unused(form: Form, id: string): string {
  const taken = form.pages.some((page) => page.id === id || page.fields.some((field) => field.id === id));
  return taken ? freeId(form, id) : id;
}

function claims(form: Form, gif: string): boolean {
  return form.pages.some((page) => page.fields.some((field) => field.gif === gif));
}
