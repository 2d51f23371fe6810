import type { Change, Compared } from './types.ts';

const PAGE: { [property: string]: string } = {
  name: '手続の名前',
  kana: 'ふりがな',
  summary: 'どんな手続か',
  category: '分野',
  events: 'くらしのできごと',
  audience: '対象になる方',
  needs: '必要なもの',
  feeText: '手数料の説明',
  standardDays: '標準処理期間',
  level: 'ログイン',
  online: 'オンライン申請',
  how: '窓口・郵送での手続',
  law: '法令',
};

const PART: { [part in Change['part']]: string } = {
  FORM: '様式',
  PAGE: 'ページ',
  FIELD: '質問',
  OPTION: '選択肢',
  RULE: '決まり',
  TEXT: '訳',
  EXAMPLE: '例',
};

const PROPERTY: { [property: string]: string } = {
  label: '文',
  title: '見出し',
  help: '説明',
  example: '記入例',
  required: '必須',
  visibleIf: '出すとき',
  fee: '手数料',
  type: '種類',
  page: 'ページ',
  min: '最小',
  max: '最大',
  maxLength: '文字数の上限',
};

/** Differences of two versions as sentences. */
export function differences(compared: Compared): string[] {
  return compared.page
    .map((one) => `${PAGE[one.property] || one.property}：${told(one.before)} → ${told(one.after)}`)
    .concat(compared.changes.map(sentence));
}

function sentence(change: Change): string {
  const what = `${PART[change.part]}${change.id === '' ? '' : `「${change.id}」`}`;
  switch (change.kind) {
    case 'ADDED':
      return `${what}を加えました`;
    case 'REMOVED':
      return `${what}を消しました`;
    case 'MOVED':
      return `${what}を動かしました`;
    case 'CHANGED':
      return `${what}の${PROPERTY[change.property || ''] || change.property || ''}：${told(change.before)} → ${told(change.after)}`;
  }
}

function told(value: unknown): string {
  if (value === undefined || value === null) return '（なし）';
  if (value === true) return 'はい';
  if (value === false) return 'いいえ';
  if (typeof value === 'string') return `「${value}」`;
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value.join('、');
  return typeof value === 'number' ? String(value) : JSON.stringify(value);
}
