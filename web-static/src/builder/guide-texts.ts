import type { Doc } from '../console/design-types.ts';
import type { KeyedText } from '../forms/index.ts';

/** When a fee can be paid. */
export const PAY_WHEN = [
  { value: 'WITH_APPLICATION', label: '申請のときに、オンラインで納める' },
  { value: 'AFTER_REVIEW', label: '審査のあと、職員が金額を決めてから、オンラインで納める' },
  { value: 'AT_COUNTER', label: '窓口で納める' },
];

/** What the texts of the page are called; the number of something needed is told beside. */
export const GUIDE_PARTS: { [part: string]: string } = {
  name: '手続の名前',
  summary: 'どんな手続か',
  audience: '対象になる方',
  needs: '必要なもの',
  feeText: '手数料の説明',
  how: '窓口・郵送での手続',
  law: '法令',
};

/** What every part of the page is called. */
export const PAGE: { [property: string]: string } = {
  ...GUIDE_PARTS,
  kana: 'ふりがな',
  words: 'ほかの言い方',
  category: '分野',
  events: 'くらしのできごと',
  standardDays: '標準処理期間',
  level: '本人確認',
  online: 'オンライン申請',
  texts: 'ほかのことば',
  form: '様式',
  letters: '文書のひな形',
  issuer: '文書の交付',
  payment: '手数料の納付',
  payWhen: '手数料の納付',
  revenue: '歳入科目',
  payDays: '納付の期限',
  reductions: '減額・免除の理由',
};

/** What was not taken, with what it is about as staff know it; what has no name there stands in the sentence. */
export function refusedInWords({ path, message }: { path: string; message: string }): string {
  const name = PAGE[path.split(/[./[]/)[0]!];
  return name === undefined ? message : `${name}：${message}`;
}

/** Where a text of the page stands, by its key. */
export function placeInGuide(key: string): string {
  const [part, at] = key.split('.');
  return (GUIDE_PARTS[part!] || part!) + (at === undefined ? '' : `（${Number(at) + 1}つめ）`);
}

/** Every text of the page that residents read, by its key; the Java twin `PageTexts` lists the keys. */
export function guideTexts(doc: Doc): KeyedText[] {
  const texts: KeyedText[] = [];
  const put = (key: string, text: string | undefined) => {
    if (text !== undefined && text.trim() !== '') texts.push({ key, text });
  };
  put('name', doc.name);
  put('summary', doc.summary);
  put('audience', doc.audience);
  doc.needs.forEach((need, i) => put('needs.' + i, need));
  put('feeText', doc.feeText);
  put('how', doc.how);
  put('law', doc.law);
  return texts;
}

/** With other things needed; what was translated goes along with its thing. */
export function withNeeds(doc: Doc, needs: string[]): Doc {
  const next: Doc = { ...doc, needs };
  if (doc.texts === undefined) return next;
  const texts: NonNullable<Doc['texts']> = {};
  Object.keys(doc.texts).forEach((language) => {
    const before = doc.texts![language]!;
    const after: typeof before = {};
    const moved: typeof before = {};
    Object.keys(before).forEach((key) => {
      const at = /^needs\./.test(key) ? needs.indexOf(before[key]!.of) : -1;
      if (at >= 0) moved['needs.' + at] = before[key]!;
      else after[key] = before[key]!;
    });
    texts[language] = { ...after, ...moved };
  });
  return { ...next, texts };
}
