import type { Example, Field, Form, Rule } from '../forms/index.ts';
import { addBlock } from './blocks.ts';
import type { Doc } from '../console/design-types.ts';

/** A procedure to begin with, by life event: worded, with conditions, fee and rules where they belong. */
export interface Template {
  id: string;
  /** Of the taxonomy; '' for any. */
  event: string;
  name: string;
  kana: string;
  summary: string;
  category: string;
  audience: string;
  needs: string[];
  feeText: string;
  standardDays: number;
  level: Doc['level'];
  law?: string;
  /** Pages of blocks (by id) and questions. */
  pages: { title: string; of: (string | Field)[] }[];
  fee?: unknown;
  rules?: Rule[];
  examples?: Example[];
}

const APPLICANT = { title: '申請する方', of: ['applicant', 'contact'] };
const AGREEMENT = { title: '確認', of: ['agreement'] };

const text = (id: string, label: string, more: Partial<Field> = {}): Field => ({ id, type: 'text', label, required: true, maxLength: 100, ...more });
const long = (id: string, label: string, more: Partial<Field> = {}): Field =>
  text(id, label, { multiline: true, maxLength: 500, ...more });
const choice = (id: string, label: string, ...labels: string[]): Field => ({
  id,
  type: 'radio',
  label,
  required: true,
  options: labels.map((one, i) => ({ value: 'o' + (i + 1), label: one })),
});
const day = (id: string, label: string, more: Partial<Field> = {}): Field => ({
  id,
  type: 'date',
  label,
  required: true,
  help: '1年は「元」または「1」と入力してください。',
  ...more,
});
const child = (id: string, label: string): Field => ({
  id,
  type: 'group',
  label,
  min: 1,
  max: 10,
  itemLabel: 'お子さん',
  fields: [
    { id: 'childName', type: 'name', label: '氏名', required: true },
    day('childBirth', '生年月日', { max: 'today' }),
  ],
});

/** What an applicant of an example answers. */
const SOMEBODY = {
  name: { family: '見本', given: '花子', familyKana: 'ミホン', givenKana: 'ハナコ' },
  birth: '1990-04-01',
  address: { postalCode: '061-3292', prefecture: '北海道', city: '石狩市', town: '花川北六条', block: '1丁目30番地2' },
  phone: '0133-72-3111',
};

export const TEMPLATES: Template[] = [
  {
    id: 'certificate', event: '', name: '証明書の交付請求', kana: 'しょうめいしょのこうふせいきゅう',
    summary: '証明書を、窓口へ行かずに請求できます。', category: 'family-register', audience: '石狩市に住んでいる方',
    needs: ['本人確認ができるもの'], feeText: '1通300円（郵送は110円を加えます）', standardDays: 3, level: 'VERIFIED',
    pages: [
      APPLICANT,
      {
        title: '請求する証明書',
        of: [
          { id: 'copies', type: 'number', label: '必要な通数', required: true, min: 1, max: 9, help: '1から9までの数を入力してください。' },
          choice('receive', '受け取り方', '窓口で受け取る', '郵送で受け取る'),
          text('purpose', '使いみち', { example: '勤め先に出すため' }),
        ],
      },
    ],
    fee: { '+': [{ '*': [{ var: 'copies' }, 300] }, { if: [{ '==': [{ var: 'receive' }, 'o2'] }, 110, 0] }] },
    examples: [
      { id: 'example1', title: '窓口で2通', today: '2026-11-24', answers: { ...SOMEBODY, copies: 2, receive: 'o1', purpose: '勤め先' }, expect: { accepted: true, fee: 600 } },
      { id: 'example2', title: '郵送で1通', today: '2026-11-24', answers: { ...SOMEBODY, copies: 1, receive: 'o2', purpose: '勤め先' }, expect: { accepted: true, fee: 410 } },
    ],
  },
  {
    id: 'event-entry', event: '', name: '催しの参加申込み', kana: 'もよおしのさんかもうしこみ',
    summary: '市の催しに申し込めます。', category: 'culture', audience: 'どなたでも', needs: [], feeText: '無料', standardDays: 3, level: 'GUEST',
    pages: [
      {
        title: '申し込む方',
        of: [
          { id: 'name', type: 'name', label: '氏名', required: true, gif: 'fullName' },
          { id: 'phone', type: 'phone', label: '電話番号', required: true, gif: 'phone', example: '0133-72-3111' },
          'contact',
        ],
      },
      {
        title: '参加する方',
        of: [
          { id: 'adults', type: 'number', label: '大人の人数', required: true, min: 0, max: 20 },
          { id: 'children', type: 'number', label: '子どもの人数', required: true, min: 0, max: 20 },
          { id: 'all', type: 'computed', label: '合わせて', value: { '+': [{ var: 'adults' }, { var: 'children' }] }, unit: '人' },
          long('remarks', '伝えておきたいこと', { required: false, help: '車いすを使う、手話が必要など、あれば入力してください。' }),
        ],
      },
    ],
    rules: [{ id: 'rule1', require: { '>=': [{ var: 'all' }, 1] }, at: 'adults', message: '参加する方を1人以上にしてください。' }],
  },
  {
    id: 'opinion', event: '', name: '意見・問い合わせ', kana: 'いけん・といあわせ', summary: '市への意見や問い合わせを送れます。', category: 'city',
    audience: 'どなたでも', needs: [], feeText: '無料', standardDays: 10, level: 'GUEST',
    pages: [
      {
        title: '内容',
        of: [
          text('subject', '件名', { maxLength: 50 }),
          long('body', '内容', { maxLength: 2000 }),
          { id: 'answer', type: 'yesno', label: '返事が必要ですか', required: true },
          { id: 'email', type: 'email', label: 'メールアドレス', required: true, gif: 'email', confirm: true, help: '返事を送る宛先です。', example: 'hanako@example.jp', visibleIf: { '==': [{ var: 'answer' }, true] } },
        ],
      },
    ],
  },
  {
    id: 'birth', event: 'birth', name: '母子健康手帳の再交付', kana: 'ぼしけんこうてちょうのさいこうふ',
    summary: '母子健康手帳をなくしたときや、汚れたときに申請します。', category: 'childcare', audience: '手帳の交付を受けた方', needs: ['本人確認ができるもの'],
    feeText: '無料', standardDays: 5, level: 'VERIFIED', law: '母子保健法第16条',
    pages: [
      APPLICANT,
      {
        title: '手帳について',
        of: [
          choice('reason', '再交付の理由', 'なくした', '汚れた・破れた', '災害で失った'),
          { id: 'born', type: 'yesno', label: 'お子さんは生まれていますか', required: true },
          day('childBirth', 'お子さんの生年月日', { max: 'today', visibleIf: { '==': [{ var: 'born' }, true] } }),
          day('due', '出産予定日', { visibleIf: { '==': [{ var: 'born' }, false] } }),
        ],
      },
      AGREEMENT,
    ],
  },
  {
    id: 'childcare', event: 'childcare', name: 'こどもの医療費の助成', kana: 'こどものいりょうひのじょせい',
    summary: 'こどもの医療費の助成を受けるための申請です。', category: 'childcare', audience: 'こどもを育てている方', needs: ['こどもの健康保険の資格が分かるもの', '振込先の口座が分かるもの'],
    feeText: '無料', standardDays: 10, level: 'VERIFIED',
    pages: [APPLICANT, { title: 'お子さん', of: [child('members', 'お子さん')] }, { title: '振込先', of: ['account'] }, AGREEMENT],
  },
  {
    id: 'school', event: 'school', name: '放課後児童クラブの利用申込み', kana: 'ほうかごじどうくらぶのりようもうしこみ',
    summary: '仕事などで昼間に家にいないとき、小学生をあずかります。', category: 'childcare', audience: '小学生の保護者', needs: ['勤め先の証明書'],
    feeText: '利用料は別にお知らせします', standardDays: 14, level: 'VERIFIED',
    pages: [
      { title: '保護者', of: ['applicant', 'contact'] },
      { title: 'お子さん', of: [child('members', '利用するお子さん')] },
      {
        title: '利用する期間',
        of: [
          day('from', '利用を始める日', { min: 'today' }),
          day('to', '利用を終える日', { min: 'today' }),
          choice('reason', '利用する理由', '仕事', '介護・看護', '就学', 'そのほか'),
          text('reasonText', 'そのほかの理由', { visibleIf: { '==': [{ var: 'reason' }, 'o4'] } }),
        ],
      },
      AGREEMENT,
    ],
    rules: [{ id: 'rule1', require: { '>=': [{ var: 'to' }, { var: 'from' }] }, at: 'to', message: '「利用を終える日」は、「利用を始める日」以後にしてください。' }],
  },
  {
    id: 'job', event: 'job', name: '国民健康保険の加入（退職したとき）', kana: 'こくみんけんこうほけんのかにゅう',
    summary: '勤め先の健康保険をやめたときの届出です。', category: 'insurance', audience: '退職して、ほかの健康保険に入っていない方', needs: ['資格喪失証明書'],
    feeText: '無料', standardDays: 7, level: 'VERIFIED', law: '国民健康保険法第9条',
    pages: [
      APPLICANT,
      { title: '保険をやめた日', of: [day('left', '前の健康保険の資格を失った日', { max: 'today' })] },
      { title: '加入する方', of: [{ id: 'others', type: 'yesno', label: 'ほかに加入する家族はいますか', required: true }, { ...child('members', '加入する家族'), visibleIf: { '==': [{ var: 'others' }, true] } }] },
      AGREEMENT,
    ],
  },
  {
    id: 'marriage', event: 'marriage', name: '婚姻届受理証明書の請求', kana: 'こんいんとどけじゅりしょうめいしょのせいきゅう',
    summary: '石狩市に出した婚姻届の受理証明書を請求します。', category: 'family-register', audience: '婚姻届を出したご本人', needs: ['本人確認ができるもの'],
    feeText: '1通350円', standardDays: 3, level: 'VERIFIED', law: '戸籍法第48条',
    pages: [
      APPLICANT,
      {
        title: '請求の内容',
        of: [
          day('submitted', '婚姻届を出した日', { max: 'today' }),
          { id: 'partner', type: 'name', label: '夫または妻の氏名', required: true },
          { id: 'copies', type: 'number', label: '必要な通数', required: true, min: 1, max: 9, help: '1から9までの数を入力してください。' },
        ],
      },
    ],
    fee: { '*': [{ var: 'copies' }, 350] },
    examples: [
      {
        id: 'example1', title: '1通', today: '2026-11-24',
        answers: { ...SOMEBODY, submitted: '2026-11-22', partner: { family: '見本', given: '太郎', familyKana: 'ミホン', givenKana: 'タロウ' }, copies: 1 },
        expect: { accepted: true, fee: 350 },
      },
    ],
  },
  {
    id: 'moving', event: 'moving', name: '水道の使い始め・使い終わりの届出', kana: 'すいどうのつかいはじめ・つかいおわりのとどけで',
    summary: '引越しなどで水道を使い始めるとき、使い終わるときに届け出ます。', category: 'water', audience: '水道を使う方', needs: ['お客様番号が分かるもの（使い終わりのとき）'],
    feeText: '無料', standardDays: 3, level: 'GUEST',
    pages: [
      {
        title: '届出の内容',
        of: [
          choice('kind', '届出の種類', '使い始める', '使い終わる'),
          day('on', '使い始める日・使い終わる日', { min: 'today' }),
          { id: 'place', type: 'address', label: '水道を使う場所', required: true, help: '使い始める、または使い終わる家の住所です。' },
          { id: 'next', type: 'address', label: '引越し先', required: true, help: '最後の料金をお知らせする宛先です。', visibleIf: { '==': [{ var: 'kind' }, 'o2'] } },
        ],
      },
      { title: '届け出る方', of: [{ id: 'name', type: 'name', label: '氏名', required: true, gif: 'fullName' }, { id: 'phone', type: 'phone', label: '電話番号', required: true, gif: 'phone', example: '0133-72-3111' }] },
    ],
  },
  {
    id: 'illness', event: 'illness', name: '福祉の移動支援の利用申込み', kana: 'ふくしのいどうしえんのりようもうしこみ',
    summary: '一人での外出がむずかしい方の移動を支援します。', category: 'welfare', audience: '一人での外出がむずかしい方', needs: ['手帳や受給者証（お持ちの方）'],
    feeText: '無料', standardDays: 14, level: 'VERIFIED',
    pages: [
      { title: '利用する方', of: ['applicant', 'contact'] },
      {
        title: '支援の内容',
        of: [
          { id: 'use', type: 'checkbox', label: '行き先', required: true, options: [{ value: 'o1', label: '病院' }, { value: 'o2', label: '買い物' }, { value: 'o3', label: 'そのほか' }] },
          text('useText', 'そのほかの行き先', { visibleIf: { in: ['o3', { var: 'use' }] } }),
          { id: 'wheelchair', type: 'yesno', label: '車いすを使いますか', required: true },
        ],
      },
      AGREEMENT,
    ],
  },
  {
    id: 'aging', event: 'aging', name: '高齢の方の見守りの申込み', kana: 'こうれいのかたのみまもりのもうしこみ',
    summary: '一人暮らしの高齢の方を、定期的に見守ります。', category: 'welfare', audience: '65歳以上で一人暮らしの方', needs: [],
    feeText: '無料', standardDays: 14, level: 'GUEST',
    pages: [
      { title: '見守りを受ける方', of: ['applicant'] },
      {
        title: '急なときの連絡先',
        of: [
          { id: 'contactName', type: 'name', label: '連絡先の方の氏名', required: true },
          text('relation', '続柄', { example: '長女', maxLength: 20 }),
          { id: 'contactPhone', type: 'phone', label: '連絡先の電話番号', required: true, help: '昼間につながる番号を入力してください。' },
        ],
      },
      AGREEMENT,
    ],
  },
  {
    id: 'bereavement', event: 'bereavement', name: 'おくやみの相談の予約', kana: 'おくやみのそうだんのよやく',
    summary: 'ご家族が亡くなられたあとの手続を、まとめて相談できます。', category: 'city', audience: '亡くなられた方のご家族', needs: ['亡くなられた方の健康保険の資格が分かるもの'],
    feeText: '無料', standardDays: 2, level: 'GUEST',
    pages: [
      {
        title: '相談に来る方',
        of: [
          { id: 'name', type: 'name', label: '氏名', required: true, gif: 'fullName' },
          { id: 'phone', type: 'phone', label: '電話番号', required: true, gif: 'phone', example: '0133-72-3111' },
          text('relation', '亡くなられた方との続柄', { example: '長男', maxLength: 20 }),
        ],
      },
      {
        title: '希望する日',
        of: [
          day('first', '第1希望の日', { min: 'today' }),
          day('second', '第2希望の日', { min: 'today' }),
          choice('hour', '希望する時間', '午前', '午後', 'どちらでもよい'),
        ],
      },
    ],
    rules: [{ id: 'rule1', require: { '!=': [{ var: 'second' }, { var: 'first' }] }, at: 'second', message: '第2希望は、第1希望とちがう日にしてください。' }],
  },
  {
    id: 'disaster', event: 'disaster', name: '罹災証明書の交付申請', kana: 'りさいしょうめいしょのこうふしんせい',
    summary: '災害で住まいに被害を受けたことの証明書を申請します。', category: 'disaster', audience: '災害で住まいに被害を受けた方', needs: ['被害の様子が分かる写真'],
    feeText: '無料', standardDays: 14, level: 'VERIFIED', law: '災害対策基本法第90条の2',
    pages: [
      APPLICANT,
      {
        title: '被害について',
        of: [
          day('damagedOn', '被害にあった日', { max: 'today' }),
          choice('cause', '災害の種類', '地震', '大雨・洪水', '暴風', '大雪', 'そのほか'),
          { id: 'damaged', type: 'address', label: '被害を受けた建物の場所', required: true, help: 'お住まいとちがうときは、建物のある場所を入力してください。' },
          choice('relation', 'その建物との関係', '持ち主で、住んでいる', '借りて住んでいる', '持ち主だが、住んでいない'),
          long('state', '被害の様子', { example: '屋根が飛び、2階が水にぬれた。' }),
        ],
      },
      AGREEMENT,
    ],
  },
];

/** The document that a template makes of a new procedure; what has been filled in already stays. */
export function fromTemplate(template: Template, doc: Doc, formId: string): Doc {
  const empty: Form = { id: formId, version: 1, title: doc.name || template.name, pages: [] };
  const form = template.pages.reduce<Form>((made, page, at) => {
    const begun = { ...made, pages: made.pages.concat([{ id: 'page' + (at + 1), title: page.title, fields: [] }]) };
    return page.of.reduce<Form>(
      (next, one) => (typeof one === 'string' ? addBlock(next, at, one) : withField(next, at, one)),
      begun,
    );
  }, empty);
  if (template.fee !== undefined) form.fee = template.fee;
  if (template.rules !== undefined) form.rules = template.rules;
  if (template.examples !== undefined) form.examples = template.examples;
  const { category, audience, needs, feeText, standardDays, level, law } = template;
  const made: Doc = { ...doc, category, audience, needs, feeText, standardDays, level, form };
  made.name = doc.name || template.name;
  // A procedure of another name has another reading and does something else: both are asked for.
  if (made.name === template.name) {
    made.kana = doc.kana || template.kana;
    made.summary = doc.summary || template.summary;
  }
  made.events = template.event === '' ? [] : [template.event];
  if (law !== undefined) made.law = law;
  return made;
}

function withField(form: Form, at: number, field: Field): Form {
  return { ...form, pages: form.pages.map((page, i) => (i === at ? { ...page, fields: page.fields.concat([field]) } : page)) };
}
