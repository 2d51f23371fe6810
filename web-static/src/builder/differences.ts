import taxonomy from '../../../functions/catalogue/src/main/resources/catalogue/taxonomy.json';
import type { Field, FieldType, Form } from '../forms/index.ts';
import { dayInWords } from './days.ts';
import { kindName } from './edit.ts';
import { PAGE, PAY_WHEN, placeInGuide } from './guide-texts.ts';
import { languageName } from './languages.ts';
import { LEVELS } from '../console/levels.ts';
import type { Change, Compared } from '../console/design-types.ts';
import { expressionInWords } from './words.ts';

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
  require: '守っていただくこと',
  message: '住民が読む文',
  at: '知らせるところ',
  value: '計算のしかた',
  unit: '単位',
  text: '文',
  options: '選択肢',
  gif: '申請する方ご自身のこと',
  page: 'ページ',
  min: '最小',
  max: '最大',
  maxLength: '文字数の上限',
  decimals: '小数の桁数',
  default: '最初に入れておく答え',
  submit: '送信のボタンの文',
  messages: 'まちがいのときの文',
  minLength: '文字数の下限',
  characters: '使える文字',
  multiline: '何行でも書けること',
  pattern: '番号の種類',
  partial: '年や月だけでもよいこと',
  step: '時刻の間隔（分）',
  confirm: '2回入力していただくこと',
  formerName: '旧氏',
  unwritable: '入力できない文字の説明',
  image: '画像',
  kana: 'フリガナ',
  accept: '受け付けるファイルの種類',
  fields: '質問',
  itemLabel: 'ひとつずつの呼び方',
  alt: '画像の説明',
  today: '申請する日',
  answers: '入力',
  expect: '期待する結果',
};

/** Values that are words of the form language. */
const VALUE: { [property: string]: { [value: string]: string } } = {
  characters: { any: 'すべて', kana: 'カタカナ', digits: '数字', alnum: '英数字' },
  pattern: {
    corporateNumber: '法人番号',
    invoiceNumber: '適格請求書発行事業者の登録番号',
    careInsuredNumber: '介護保険の被保険者番号',
    insurerNumber: '保険者番号',
    residenceCardNumber: '在留カードなどの番号',
  },
  gif: { fullName: '氏名', dateOfBirth: '生年月日', address: '住所', phone: '電話番号', email: 'メールアドレス', sex: '性別' },
};

/** A first or last day that is counted from the day of application. */
function bound(value: unknown): string | undefined {
  const days = typeof value === 'object' && value !== null ? (value as { today?: unknown }).today : undefined;
  if (typeof days !== 'number') return undefined;
  return days === 0 ? '今日' : `今日の${Math.abs(days)}日${days < 0 ? '前' : '後'}`;
}

/** Properties whose values are expressions. */
const COMPUTED = ['visibleIf', 'fee', 'require', 'value'];

/** Differences of two versions as sentences that name questions as residents read them. */
export function differences(compared: Compared): string[] {
  const told = new Told(compared);
  return compared.page
    .map((one) => `${PAGE[one.property] || one.property}：${shown(one.property, one.before)} → ${shown(one.property, one.after)}`)
    .concat(compared.translations.map(ofPage), compared.changes.map((change) => told.sentence(change)));
}

/** What differs of the page in another language. */
function ofPage(change: Change): string {
  const page = `案内の${languageName(change.id)}の訳`;
  if (change.kind !== 'CHANGED') return `${page}を${change.kind === 'ADDED' ? '加えました' : '消しました'}`;
  return `${page}の${placeInGuide(change.property || '')}：${valueOf(translation(change.before))} → ${valueOf(translation(change.after))}`;
}

function translation(value: unknown): unknown {
  return value === undefined || value === null ? value : (value as { text?: unknown }).text;
}

/** What is stored under an id is told by its name. */
function shown(property: string, value: unknown): string {
  if (property === 'level') return LEVELS[String(value)] || valueOf(value);
  if (property === 'payment') return valueOf(paidBy(value));
  if (property === 'category') return valueOf(nameIn(taxonomy.categories, value));
  if (property === 'events' && Array.isArray(value)) return valueOf(value.map((id) => nameIn(taxonomy.events, id)));
  return valueOf(value);
}

/** How a fee is paid, in words. */
function paidBy(value: unknown): unknown {
  if (value === undefined || value === null) return value;
  const terms = value as { when: string; revenue: string; dueDays: number; reductions?: string[]; reductionTakesTwo?: boolean };
  const when = PAY_WHEN.filter((one) => one.value === terms.when)[0];
  const reductions = terms.reductions === undefined || terms.reductions.length === 0 ? '' : `・減額と免除の理由（${terms.reductions.join('、')}${terms.reductionTakesTwo ? '。もう1人の承認が必要' : ''}）`;
  return `${when === undefined ? terms.when : when.label}・${terms.revenue}・${terms.dueDays}日${reductions}`;
}

function nameIn(list: { id: string; name: string }[], id: unknown): unknown {
  return list.filter((one) => one.id === id)[0]?.name ?? id;
}

class Told {
  private readonly forms: Partial<Form>[];
  private readonly fields: Field[];

  constructor(compared: Compared) {
    // What was removed has its words in the earlier form only.
    this.forms = [compared.after, compared.before];
    this.fields = this.forms.reduce<Field[]>(
      (all, form) => (form.pages || []).reduce((fields, page) => fields.concat(page.fields), all),
      [],
    );
  }

  sentence(change: Change): string {
    const what = this.name(change);
    switch (change.kind) {
      case 'ADDED':
        return `${what}を加えました`;
      case 'REMOVED':
        return `${what}を消しました`;
      case 'MOVED':
        return change.property === 'page'
          ? `${what}を、ページ「${this.page(String(change.before))}」から「${this.page(String(change.after))}」へ動かしました`
          : `${what}の順番を変えました`;
      case 'CHANGED':
        return `${what}の${this.property(change)}：${this.value(change, change.before)} → ${this.value(change, change.after)}`;
    }
  }

  private name(change: Change): string {
    const { part, id } = change;
    switch (part) {
      case 'FORM':
        return PART.FORM;
      case 'PAGE':
        return `ページ「${this.page(id)}」`;
      case 'FIELD':
        return this.question(id);
      case 'OPTION': {
        const at = id.indexOf('=');
        return `${this.question(id.slice(0, at))}の選択肢「${this.option(id.slice(0, at), id.slice(at + 1))}」`;
      }
      case 'RULE':
        return `決まり「${first(this.forms, (form) => form.rules, id)?.message || id}」`;
      case 'EXAMPLE':
        return `例「${first(this.forms, (form) => form.examples, id)?.title || id}」`;
      case 'TEXT':
        return `${languageName(id)}の訳`;
    }
  }

  private page(id: string): string {
    return first(this.forms, (form) => form.pages, id)?.title || id;
  }

  private field(id: string): Field | undefined {
    const [outer, member] = id.split('.');
    const field = this.fields.filter((one) => one.id === outer)[0];
    return member === undefined ? field : (field?.fields || []).filter((one) => one.id === member)[0];
  }

  private question(id: string): string {
    const outer = this.field(id.split('.')[0]!)?.label || id;
    return id.indexOf('.') < 0 ? `質問「${outer}」` : `「${outer}」の中の質問「${this.field(id)?.label || id}」`;
  }

  private option(field: string, value: string): string {
    return (this.field(field)?.options || []).filter((one) => one.value === value)[0]?.label || value;
  }

  /** What a question is begun with: of a choice, what its options are called. */
  private chosen(id: string, value: unknown): string {
    const { options = [] } = this.field(id) || ({} as Partial<Field>);
    if (options.length === 0) return valueOf(value);
    return valueOf(Array.isArray(value) ? value.map((one) => this.option(id, String(one))) : this.option(id, String(value)));
  }

  /** What of it changed; of a translation, which text. */
  private property(change: Change): string {
    const property = change.property || '';
    const text = /^(page|field|rule)\.(.+)\.(\w+)$/.exec(property);
    if (change.part !== 'TEXT' || text === null) return PROPERTY[property] || property;
    const id = text[2]!;
    const of = text[1] === 'page' ? `ページ「${this.page(id)}」` : text[1] === 'field' ? this.question(id.replace(/\.(option|message)$/, '')) : '決まり';
    return `${of}の${PROPERTY[text[3]!] || text[3]!}`;
  }

  private value(change: Change, value: unknown): string {
    if (value === undefined || value === null) return valueOf(value);
    if (change.part === 'TEXT') return valueOf(translation(value));
    if (change.property === 'default') return this.chosen(change.id, value);
    if (COMPUTED.indexOf(change.property || '') >= 0) return expressionInWords(value, this.fields);
    if (change.property === 'type') return kindName(value as FieldType);
    return VALUE[change.property || '']?.[String(value)] || bound(value) || valueOf(value);
  }
}

/** The element of that id in the first form that has it. */
function first<E extends { id: string }>(
  forms: Partial<Form>[],
  list: (form: Partial<Form>) => E[] | undefined,
  id: string,
): E | undefined {
  return forms.reduce<E | undefined>((found, form) => found || (list(form) || []).filter((one) => one.id === id)[0], undefined);
}

function valueOf(value: unknown): string {
  if (value === undefined || value === null) return '（なし）';
  if (value === true) return 'はい';
  if (value === false) return 'いいえ';
  if (value === 'today') return '今日';
  if (typeof value === 'string') return `「${dayInWords(value)}」`;
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value.length === 0 ? '（なし）' : value.join('、');
  // What has parts of its own is told where those are edited.
  return typeof value === 'number' ? String(value) : '設定あり';
}
