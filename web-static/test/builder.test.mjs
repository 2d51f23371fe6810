// The model of the form builder: what words can say comes back as it was, and nothing else is touched.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { load } from './load.mjs';

const { inWords, opsFor, readCondition, valueKind, writeCondition } = await load('builder/conditions.ts');
const { readFee, writeFee } = await load('builder/fees.ts');
const edit = await load('builder/edit.ts');
const { begin, change, redo, undo } = await load('builder/history.ts');
const { addBlock, BLOCKS } = await load('builder/blocks.ts');
const { readForm } = await load('forms/index.ts');
const { fromTemplate, TEMPLATES } = await load('builder/templates.ts');
const taxonomy = JSON.parse(readFileSync(new URL('../../functions/catalogue/src/main/resources/catalogue/taxonomy.json', import.meta.url), 'utf8'));

const fields = [
  { id: 'kind', type: 'radio', label: '種類', options: [{ value: 'o1', label: '新規' }, { value: 'o2', label: '変更' }] },
  { id: 'items', type: 'checkbox', label: 'のせる項目', options: [{ value: 'o1', label: '本籍' }] },
  { id: 'copies', type: 'number', label: '通数' },
  { id: 'area', type: 'number', label: '面積', decimals: 1 },
  { id: 'done', type: 'yesno', label: '注射' },
  { id: 'born', type: 'date', label: '生年月日' },
  { id: 'children', type: 'group', label: 'お子さん', fields: [] },
  { id: 'remarks', type: 'text', label: '備考' },
];
const values = { option: 'o1', number: 2, day: '2026-04-01' };
const terms = fields.flatMap((field) =>
  opsFor(field).map((op) => ({ field: field.id, op, ...(valueKind(op) === null ? {} : { value: values[valueKind(op)] }) })),
);

describe('A number', () => {
  const area = { id: 'a', type: 'number', label: '面積' };

  it('keeps its limits and what it is begun with when it gets decimals, as the definition writes them', () => {
    const set = edit.withDecimals({ ...area, min: 0, max: 100, default: 5 }, 2);
    assert.deepEqual(set, { decimals: 2, min: '0', max: '100', default: '5' });
    const form = { ...edit.emptyForm('f', 'F'), pages: [{ id: 'p', title: 'P', fields: [{ ...area, ...set }] }] };
    assert.deepEqual(readForm(form).findings, undefined);
  });

  it('keeps those that its fewer decimals cannot say, as mistakes that are found', () => {
    const set = edit.withDecimals({ ...area, decimals: 2, min: '0.25', max: '100', default: '2.5' }, 0);
    assert.deepEqual(set, { decimals: undefined, min: '0.25', max: 100, default: '2.5' });
    const form = { ...edit.emptyForm('f', 'F'), pages: [{ id: 'p', title: 'P', fields: [{ ...area, max: 100, default: '2.5' }] }] };
    assert.equal(readForm(form).valid, false);
    assert.equal(edit.withDecimals({ ...area, decimals: 2, default: '2.5' }, 1).default, '2.5');
  });
});

describe('A condition', () => {
  it('comes back from its expression as it was said, alone, with all and with any', () => {
    assert.ok(terms.length >= 14);
    for (const one of terms) {
      for (const join of ['and', 'or']) {
        for (const other of terms) {
          const condition = { join, terms: [one, other] };
          assert.deepEqual(readCondition(writeCondition(condition), fields), condition);
        }
      }
      assert.deepEqual(readCondition(writeCondition({ join: 'and', terms: [one] }), fields), { join: 'and', terms: [one] });
    }
  });

  it('is read in words', () => {
    assert.equal(
      inWords({ join: 'and', terms: [{ field: 'children', op: 'count', value: 1 }, { field: 'kind', op: 'is', value: 'o2' }] }, fields),
      '「お子さん」が 1 件以上ある、かつ 「種類」が「変更」である',
    );
  });

  it('compares a number with decimals, whose text comes back as it is', () => {
    const condition = { join: 'and', terms: [{ field: 'area', op: 'least', value: '12.5' }] };
    assert.deepEqual(writeCondition(condition), { '>=': [{ var: 'area' }, '12.5'] });
    assert.deepEqual(readCondition(writeCondition(condition), fields), condition);
    assert.equal(inWords(condition, fields), '「面積」が 12.5 以上');
  });

  it('is left alone when it says more than the words can', () => {
    for (const beyond of [
      { '>': [{ var: 'copies' }, 2] },
      { and: [{ or: [{ '==': [{ var: 'kind' }, 'o1'] }, { '==': [{ var: 'done' }, true] }] }, { '==': [{ var: 'kind' }, 'o2'] }] },
      { '==': [{ var: 'unknown' }, 'o1'] },
      { '>=': [{ '+': [{ var: 'copies' }, 1] }, 2] },
    ]) {
      assert.equal(readCondition(beyond, fields), null, JSON.stringify(beyond));
    }
  });
});

describe('A fee', () => {
  const when = { join: 'and', terms: [{ field: 'kind', op: 'is', value: 'o2' }] };
  it('comes back from its expression as it was said', () => {
    for (const times of [null, 'copies']) {
      for (const extra of [null, { yen: 110, when }]) {
        for (const free of [null, when]) {
          const rule = { price: 300, times, extra, free };
          assert.deepEqual(readFee(writeFee(rule), fields), rule);
        }
      }
    }
  });
  it('is left alone when it says more than the words can', () => {
    assert.equal(readFee({ '-': [{ var: 'copies' }, 1] }, fields), null);
    assert.equal(readFee({ if: [{ '>': [{ var: 'copies' }, 1] }, 0, 300] }, fields), null);
  });
});

describe('Editing', () => {
  const form = () => {
    let next = edit.emptyForm('inu', '犬の登録');
    for (const type of ['text', 'radio', 'group']) next = edit.addField(next, { page: 0, field: 0 }, edit.newField(next, type));
    return edit.addPage(next);
  };

  it('gives every question and page an id of its own, copies included', () => {
    let next = form();
    for (let i = 0; i < 3; i++) next = edit.duplicateField(next, { page: 0, field: 1 });
    const ids = next.pages.flatMap((page) => [page.id, ...page.fields.map((field) => field.id)]);
    assert.equal(new Set(ids).size, ids.length);
  });

  it('moves a question over the edge of its page and back', () => {
    const before = form();
    const there = edit.moveField(before, { page: 0, field: 2 }, 1);
    assert.deepEqual(there.spot, { page: 1, field: 0 });
    const back = edit.moveField(there.form, there.spot, -1);
    assert.deepEqual(back.form, before);
  });

  it('moves a question to any place of its page, of another page and of its group', () => {
    const q = (id) => ({ id, type: 'text', label: id });
    const form = {
      id: 'f', version: 1, title: 'f',
      pages: [
        { id: 'p', title: 'p', fields: [q('a'), q('b'), q('c')] },
        { id: 'q', title: 'q', fields: [{ id: 'g', type: 'group', label: 'g', fields: [q('m'), q('n')] }] },
      ],
    };
    const ids = (next) => next.pages.map((page) => page.fields.map((field) => field.id).join('')).join('|');
    assert.equal(ids(edit.moveFieldTo(form, { page: 0, field: 0 }, { page: 0, field: 2 })), 'bca|g');
    assert.equal(ids(edit.moveFieldTo(form, { page: 0, field: 2 }, { page: 0, field: 0 })), 'cab|g');
    assert.equal(ids(edit.moveFieldTo(form, { page: 0, field: 0 }, { page: 1, field: 1 })), 'bc|ga');
    assert.equal(ids(edit.moveFieldTo(form, { page: 0, field: 1 }, { page: 1, field: 0 })), 'ac|bg');
    const within = edit.moveFieldTo(form, { page: 1, field: 0, member: 1 }, { page: 1, field: 0, member: 0 });
    assert.deepEqual(within.pages[1].fields[0].fields.map((one) => one.id), ['n', 'm']);
  });

  it('keeps the stored value of a choice whose words change, and of one that moves', () => {
    const options = [{ value: 'o1', label: '新規' }, { value: 'o2', label: '変更' }];
    assert.deepEqual(edit.optionsOf('新規\n変更する\n廃止', options), [
      { value: 'o1', label: '新規' },
      { value: 'o2', label: '変更する' },
      { value: 'o3', label: '廃止' },
    ]);
    assert.deepEqual(edit.optionsOf('変更\n新規', options), [options[1], options[0]]);
  });

  it('takes back and does again step by step, where typing on is one step', () => {
    let history = begin('');
    for (const text of ['い', 'いぬ']) history = change(history, text, 'label');
    history = change(history, 'いぬ！');
    history = undo(history);
    assert.equal(history.now, 'いぬ');
    history = undo(history);
    assert.equal(history.now, '');
    assert.equal(redo(redo(history)).now, 'いぬ！');
    assert.deepEqual(change(history, 'ねこ').future, []);
  });

  it('has blocks that make a form the engine takes, alone and twice', () => {
    for (const block of BLOCKS) {
      const once = addBlock(edit.emptyForm('inu', '犬の登録'), 0, block.id);
      for (const next of [once, addBlock(once, 0, block.id)]) {
        const reading = readForm(next);
        assert.ok(reading.valid, block.id + JSON.stringify(reading.findings));
      }
    }
  });
});

describe('Translations of what is standard', () => {
  const begun = (texts) => ({ id: 'f', version: 1, title: '見本', pages: [{ id: 'p', title: 'あなた', fields: [] }], texts });

  it('come with every block into every language that the form has', async () => {
    const { coverage } = await load('forms/index.ts');
    for (const block of BLOCKS) {
      const form = addBlock(begun({ easy: {}, en: {} }), 0, block.id);
      for (const language of ['easy', 'en']) {
        assert.deepEqual(coverage(form, language).missing, ['title', 'page.p.title'], `${block.id} in ${language}`);
      }
      assert.equal(readForm(form).valid, true, block.id);
    }
  });

  it('never replace what somebody wrote, and begin no language of their own', async () => {
    const { withKnownTranslations } = await load('builder/phrases.ts');
    assert.equal(addBlock(begun(undefined), 0, 'contact').texts, undefined);
    const mine = { ...addBlock(begun({ en: {} }), 0, 'contact') };
    mine.texts = { en: { 'field.email.label': { text: 'Mail', of: 'メールアドレス' } } };
    assert.equal(withKnownTranslations(mine).texts.en['field.email.label'].text, 'Mail');
    assert.equal(withKnownTranslations(mine).texts.en['field.email.help'].of, '申請の状況をお知らせします。');
  });

  it('are called by where the Japanese stands', async () => {
    const { placeOfText } = await load('builder/text-places.ts');
    const form = addBlock(begun(undefined), 0, 'household');
    assert.equal(placeOfText('title', form), '手続の名前');
    assert.equal(placeOfText('page.p.title', form), '1ページ目の見出し');
    assert.equal(placeOfText('field.members.help', form), '「世帯の方」の説明');
    assert.equal(placeOfText('field.members.relation.example', form), '「申請する方との続柄」の記入例');
  });
});

describe('The list of procedures', () => {
  const row = (procedureId, name) => ({ procedureId, name });
  const rows = [row('z', '転出届'), row('a', 'マイナンバーカードの受取予約'), row('b', '犬の登録'), row('c', undefined)];

  it('stands by name, and is narrowed by words of name and sign however they are typed', async () => {
    const { listed } = await load('builder/listed.ts');
    assert.deepEqual(listed(rows, '').map((one) => one.procedureId).sort(), ['a', 'b', 'c', 'z']);
    const names = listed(rows, '').map((one) => one.name || one.procedureId);
    assert.deepEqual(names, names.slice().sort(new Intl.Collator('ja').compare));
    assert.deepEqual(listed(rows, 'まいなんばー　予約').map((one) => one.procedureId), ['a']);
    assert.deepEqual(listed(rows, 'ﾏｲﾅﾝﾊﾞｰ').map((one) => one.procedureId), ['a']);
    assert.deepEqual(listed(rows, 'C').map((one) => one.procedureId), ['c']);
    assert.deepEqual(listed(rows, 'ない'), []);
  });
});

describe('A template', () => {
  const blank = { name: 'わたしの手続', words: [], events: [], needs: [], standardDays: 0, level: 'VERIFIED', online: true };

  it('is there for every life event, and belongs to a category', () => {
    const events = TEMPLATES.map((one) => one.event);
    for (const event of taxonomy.events) assert.ok(events.includes(event.id), event.name);
    for (const one of TEMPLATES) assert.ok(taxonomy.categories.some((category) => category.id === one.category), one.id);
    assert.equal(new Set(TEMPLATES.map((one) => one.id)).size, TEMPLATES.length);
  });

  it('makes a form that the engine takes, under the name the procedure has already', () => {
    for (const one of TEMPLATES) {
      const made = fromTemplate(one, blank, 'x');
      const reading = readForm(made.form);
      assert.ok(reading.valid, one.id + JSON.stringify(reading.findings));
      assert.equal(made.name, 'わたしの手続');
      assert.deepEqual([made.kana, made.summary], [blank.kana, blank.summary], 'the template has those of another procedure');
      const same = fromTemplate(one, { ...blank, name: one.name }, 'x');
      assert.deepEqual([same.kana, same.summary], [one.kana, one.summary]);
    }
  });
});
