// What the builder says and writes in words: rules, computed numbers, formulas it cannot change, differences of versions.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { load } from './load.mjs';

const { comparable, compareOps, firstRequirement, freeRuleId, plainMessage, readRequirement, requirementInWords, ruled, withRules, writeRequirement } =
  await load('builder/rules.ts');
const { readSum, sources, sumInWords, writeSum } = await load('builder/sums.ts');
const { expressionInWords } = await load('builder/words.ts');
const { differences } = await load('builder/differences.ts');
const { mismatchInWords } = await load('builder/mismatches.ts');
const { readForm } = await load('forms/index.ts');

const fields = [
  { id: 'kind', type: 'radio', label: '種類', options: [{ value: 'o1', label: '新規' }, { value: 'o2', label: '変更' }] },
  { id: 'from', type: 'date', label: '始めの日' },
  { id: 'to', type: 'date', label: '終わりの日' },
  { id: 'around', type: 'date', label: 'ころ', partial: true },
  { id: 'adults', type: 'number', label: '大人の人数' },
  { id: 'children', type: 'number', label: '子どもの人数' },
  { id: 'phone', type: 'phone', label: '電話番号' },
  { id: 'email', type: 'email', label: 'メールアドレス' },
  { id: 'dogs', type: 'group', label: '犬', fields: [{ id: 'weight', type: 'number', label: '体重' }, { id: 'call', type: 'text', label: '名前' }] },
];
const form = { id: 'x', version: 1, title: 'x', pages: [{ id: 'p', title: 'p', fields }] };
const sound = (parts) => {
  const reading = readForm({ ...form, ...parts });
  assert.ok(reading.valid, JSON.stringify(reading.findings));
};

describe('A rule between answers', () => {
  it('comes back from its expression as it was said, and is one that the engine takes', () => {
    let said = 0;
    for (const left of fields) {
      for (const right of comparable(left, fields)) {
        for (const op of compareOps(left)) {
          const compare = { kind: 'compare', left: left.id, op: op.value, right: right.id };
          assert.deepEqual(readRequirement(writeRequirement(compare), fields), compare);
          sound({ rules: [{ id: 'rule1', require: writeRequirement(compare), at: left.id, message: plainMessage(compare, fields) }] });
          said++;
        }
      }
    }
    assert.equal(said, 2 * 6 + 2 * 6 + 2 * 2);
    const either = { kind: 'condition', condition: { join: 'or', terms: [{ field: 'phone', op: 'answered' }, { field: 'email', op: 'answered' }] } };
    assert.deepEqual(readRequirement(writeRequirement(either), fields), either);
  });

  it('is read in words, with a sentence for the resident', () => {
    const compare = { kind: 'compare', left: 'to', op: '>=', right: 'from' };
    assert.equal(requirementInWords(compare, fields), '「終わりの日」が「始めの日」以後');
    assert.equal(plainMessage(compare, fields), '「終わりの日」は、「始めの日」以後にしてください。');
    assert.equal(plainMessage({ kind: 'compare', left: 'email', op: '!=', right: 'phone' }, fields), '「メールアドレス」は、「電話番号」とちがうものにしてください。');
  });

  it('is left alone when it says more than the words can', () => {
    assert.equal(readRequirement({ '>=': [{ '+': [{ var: 'adults' }, { var: 'children' }] }, 1] }, fields), null);
    assert.equal(readRequirement({ '>=': [{ var: 'around' }, { var: 'from' }] }, fields), null);
  });

  it('begins with two answers that can be compared, under an id that is free', () => {
    assert.deepEqual(firstRequirement(ruled(form)), { kind: 'compare', left: 'email', op: '==', right: 'phone' });
    assert.equal(firstRequirement([fields[0]]), null);
    assert.equal(freeRuleId([{ id: 'rule1' }, { id: 'rule3' }]), 'rule2');
    assert.deepEqual(withRules({ ...form, rules: [] }, []), form);
  });
});

describe('A computed number', () => {
  const known = sources(fields);

  it('comes back from its expression as it was said, and is one that the engine takes', () => {
    assert.equal(known.length, 4);
    for (const one of known) {
      for (const parts of [
        [{ source: one.value, factor: 1 }],
        [{ source: one.value, factor: 500 }, { source: null, factor: 100 }],
        [{ source: one.value, factor: 2 }, { source: 'adults', factor: 1 }, { source: 'dogs#weight', factor: -3 }],
      ]) {
        assert.deepEqual(readSum(writeSum(parts, known), known), parts);
        sound({ pages: [{ id: 'p', title: 'p', fields: fields.concat([{ id: 'all', type: 'computed', label: '合計', value: writeSum(parts, known) }]) }] });
      }
    }
  });

  it('is read in words', () => {
    const parts = [{ source: 'adults', factor: 500 }, { source: 'dogs#', factor: 1 }, { source: null, factor: 100 }];
    assert.equal(sumInWords(parts, known), '「大人の人数」 × 500 ＋ 「犬」の数 ＋ 100');
  });

  it('takes no number with decimals, with which nothing is computed', () => {
    const area = { id: 'area', type: 'number', label: '面積', decimals: 1 };
    assert.deepEqual(sources([area, { id: 'rooms', type: 'group', label: '部屋', fields: [area] }]).map(({ value }) => value), ['rooms#']);
  });

  it('is left alone when it says more than the words can', () => {
    for (const beyond of [{ '-': [{ var: 'adults' }, 1] }, { '*': [{ var: 'adults' }, { var: 'children' }] }, { var: 'unknown' }]) {
      assert.equal(readSum(beyond, known), null);
    }
  });
});

describe('A formula that cannot be changed here', () => {
  it('can still be read', () => {
    const formulas = [
      [{ '>': [{ '+': [{ var: 'adults' }, { var: 'children' }] }, 4] }, '（「大人の人数」 ＋ 「子どもの人数」） が 4 より大きい'],
      [{ and: [{ or: [{ '==': [{ var: 'kind' }, 'o1'] }, { answered: { var: 'phone' } }] }, { '>': [{ var: 'to' }, { var: 'from' }] }] }, '（「種類」 が 「新規」 と同じ、または 「電話番号」に入力がある）、かつ 「終わりの日」 が 「始めの日」 より後'],
      [{ if: [{ '!': [{ in: [{ var: 'kind' }, ['o1', 'o2']] }] }, { sum: ['dogs', 'weight'] }, { count: ['dogs'] }] }, '（「種類」 が 「新規」「変更」 のどれか ということはない ときは 「犬」の「体重」の合計、そうでなければ 「犬」の数）'],
    ];
    for (const [expression, words] of formulas) assert.equal(expressionInWords(expression, fields), words);
  });
});

describe('A difference', () => {
  const page = (id, title, ...questions) => ({ id, title, fields: questions });
  const dog = { id: 'dog', type: 'text', label: '犬の名前' };
  const sex = { id: 'sex', type: 'radio', label: '性別', options: [{ value: 'o1', label: 'おす' }] };
  const before = { pages: [page('p1', '犬について', dog, sex)], rules: [{ id: 'rule1', require: true, at: 'dog', message: '名前を入力してください。' }] };
  const after = { pages: [page('p1', '犬について', sex), page('p2', '飼い主', { ...dog, label: '呼び名' })] };
  const told = (...changes) => differences({ page: [], translations: [], changes, before, after });

  it('names questions, choices and pages as residents read them, what was removed by its earlier words', () => {
    assert.deepEqual(
      told(
        { kind: 'CHANGED', part: 'FIELD', id: 'dog', property: 'label', before: '犬の名前', after: '呼び名' },
        { kind: 'MOVED', part: 'FIELD', id: 'dog', property: 'page', before: 'p1', after: 'p2' },
        { kind: 'CHANGED', part: 'FIELD', id: 'sex', property: 'visibleIf', after: { answered: { var: 'dog' } } },
        { kind: 'CHANGED', part: 'FIELD', id: 'sex', property: 'default', after: 'o1' },
        { kind: 'CHANGED', part: 'FIELD', id: 'dog', property: 'unit', before: '頭', after: '匹' },
        { kind: 'CHANGED', part: 'FIELD', id: 'dog', property: 'decimals', before: 1, after: 2 },
        { kind: 'ADDED', part: 'OPTION', id: 'sex=o1' },
        { kind: 'REMOVED', part: 'RULE', id: 'rule1' },
        { kind: 'CHANGED', part: 'TEXT', id: 'en', property: 'field.dog.label', before: { text: 'Dog', of: '犬' }, after: { text: 'Call', of: '犬' } },
      ),
      [
        '質問「呼び名」の文：「犬の名前」 → 「呼び名」',
        '質問「呼び名」を、ページ「犬について」から「飼い主」へ動かしました',
        '質問「性別」の出すとき：（なし） → 「呼び名」に入力がある',
        '質問「性別」の最初に入れておく答え：（なし） → 「おす」',
        '質問「呼び名」の単位：「頭」 → 「匹」',
        '質問「呼び名」の小数の桁数：1 → 2',
        '質問「性別」の選択肢「おす」を加えました',
        '決まり「名前を入力してください。」を消しました',
        '英語の訳の質問「呼び名」の文：「Dog」 → 「Call」',
      ],
    );
  });

  it('tells what changed on the page of the procedure', () => {
    assert.deepEqual(differences({ page: [{ property: 'feeText', before: '無料', after: '300円' }], translations: [], changes: [], before: {}, after: {} }), [
      '手数料の説明：「無料」 → 「300円」',
    ]);
  });
});

describe('What differs of the page in another language', () => {
  it('is told with the language and the text by their names', () => {
    const change = (kind, property, before, after) => ({ kind, part: 'TEXT', id: 'en', property, before, after });
    assert.deepEqual(
      differences({
        page: [],
        translations: [
          change('CHANGED', 'name', { text: 'Dog', of: '犬の登録' }, { text: 'Dog registration', of: '犬の登録' }),
          change('CHANGED', 'needs.1', undefined, { text: 'A card', of: 'カード' }),
          change('ADDED', undefined, undefined, {}),
        ],
        changes: [],
        before: {},
        after: {},
      }),
      [
        '案内の英語の訳の手続の名前：「Dog」 → 「Dog registration」',
        '案内の英語の訳の必要なもの（2つめ）：（なし） → 「A card」',
        '案内の英語の訳を加えました',
      ],
    );
  });
});

describe('A translation of what is needed', () => {
  it('goes along with its thing when the list changes', async () => {
    const { withNeeds } = await load('builder/guide-texts.ts');
    const doc = { needs: ['印鑑', 'カード'], texts: { en: { name: { text: 'N', of: '名' }, 'needs.0': { text: 'Seal', of: '印鑑' }, 'needs.1': { text: 'Card', of: 'カード' } } } };
    const after = withNeeds(doc, ['本人確認書類', 'カード', '印鑑']);
    assert.deepEqual(after.texts.en, { name: { text: 'N', of: '名' }, 'needs.2': { text: 'Seal', of: '印鑑' }, 'needs.1': { text: 'Card', of: 'カード' } });
    assert.equal(withNeeds(doc, ['印']).texts.en['needs.0'].text, 'Seal', 'of what is written otherwise it stays and is stale');
  });
});

describe('What came out otherwise than an example says', () => {
  const told = (what, expected, actual) => mismatchInWords({ what, expected, actual }, form);

  it('names the question as people know it, each once, and no path', () => {
    assert.equal(
      told('errors', [], ['dogs[1].call:required', 'dogs[1].call:type', 'phone:format', 'gone:unknown']),
      '誤りのある質問は「なし」のはずでしたが、「犬2の名前」「電話番号」「申請の全体」になりました。',
    );
  });

  it('tells amounts as yen, pages by their title, and what is taken without true and false', () => {
    assert.equal(told('fee', 1300, undefined), '手数料は1,300円のはずでしたが、決まらない額になりました。');
    assert.equal(told('pages', ['p', 'q'], ['p']), '通るページは「p」「q」のはずでしたが、「p」になりました。');
    assert.equal(told('accepted', true, false), '受け付けるはずでしたが、入力の誤りがあり、受け付けません。');
  });
});

describe('A day in what a designer reads', () => {
  it('is told as people write it, in conditions, formulas and differences, and never as it is stored', async () => {
    const { inWords } = await load('builder/conditions.ts');
    const born = [{ id: 'born', type: 'date', label: '生年月日' }];
    assert.equal(
      inWords({ join: 'and', terms: [{ field: 'born', op: 'since', value: '2026-04-01' }] }, born),
      '「生年月日」が 2026年4月1日（水） 以後',
    );
    assert.equal(expressionInWords({ '>=': [{ var: 'born' }, '2026-04-01'] }, born), '「生年月日」 が 「2026年4月1日（水）」 以後');
  });
});

describe('What staff read', () => {
  const formsModule = new URL('../../functions/lib/forms/src/main/java/jp/ishikari/link/forms/', import.meta.url);

  it('of a difference names every setting that the form language has, and no value by a word of a program', () => {
    const settings = new Set();
    for (const [file, sets] of [['KindReader.java', /Map\.entry\("\w+", Set\.of\(([^)]*)\)\)/g], ['FieldReader.java', /Set\.of\(("id"[^)]*)\)/g]]) {
      const source = readFileSync(new URL(file, formsModule), 'utf8');
      for (const [, listed] of source.matchAll(sets)) for (const [, name] of listed.matchAll(/"(\w+)"/g)) settings.add(name);
    }
    // An id never changes.
    settings.delete('id');
    assert.ok(settings.size > 25, [...settings].join());
    const before = { pages: [{ id: 'p', title: '頁', fields: [{ id: 'dog', type: 'text', label: '犬' }] }] };
    const values = { characters: ['any', 'alnum'], pattern: ['corporateNumber', 'residenceCardNumber'], gif: ['fullName', 'email'], min: [{ today: 0 }, { today: -3 }], type: ['text', 'number'], image: [{ type: 'image/png', data: 'AAAA', alt: '図' }, undefined], default: [{ today: 1 }, undefined] };
    for (const property of settings) {
      const [one, other] = values[property] || [true, undefined];
      const [sentence] = differences({ page: [], translations: [], changes: [{ kind: 'CHANGED', part: 'FIELD', id: 'dog', property, before: one, after: other }], before, after: before });
      assert.doesNotMatch(sentence, /[A-Za-z{}]/, property);
    }
  });

  it('of the page names categories and events as residents do', () => {
    assert.deepEqual(
      differences({
        page: [{ property: 'category', before: 'family-register', after: 'city' }, { property: 'events', before: ['moving'], after: ['moving', 'childcare'] }],
        translations: [], changes: [], before: {}, after: {},
      }).filter((sentence) => /[A-Za-z]/.test(sentence)),
      [],
    );
  });

  it('under the button that could not save is the name of what was not taken', async () => {
    const { refusedInWords } = await load('builder/guide-texts.ts');
    const told = (path) => refusedInWords({ path, message: '200文字以内で入力してください。' });
    assert.equal(told('feeText'), '手数料の説明：200文字以内で入力してください。');
    assert.equal(told('needs[3]'), '必要なもの：200文字以内で入力してください。');
    assert.equal(told('texts'), 'ほかのことば：200文字以内で入力してください。');
    assert.equal(told('revision'), '200文字以内で入力してください。', 'a word of a program is no name');
  });
});

describe('A language', () => {
  it('that a package brought is called by its name too', async () => {
    const { languageName, languagesWith } = await load('builder/languages.ts');
    assert.equal(languageName('zh'), '中国語');
    assert.deepEqual(languagesWith({ zh: {}, en: {} }, { zh: {} }).map(({ label }) => label), ['やさしい日本語', '英語', '中国語']);
  });
});
