import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { load } from './load.mjs';

const { openForm } = await load('apply/engine.ts');

const form = {
  id: 'f', version: 1, title: 'F', fee: { '*': [{ var: 'copies' }, 300] },
  pages: [
    { id: 'one', title: '1', fields: [
      { id: 'copies', type: 'number', label: '通数', required: true },
      { id: 'who', type: 'radio', label: '誰', required: true, options: [{ value: 'me', label: '私' }, { value: 'kids', label: '子' }] },
      { id: 'born', type: 'date', label: '日' },
    ] },
    { id: 'two', title: '2', visibleIf: { '==': [{ var: 'who' }, 'kids'] }, fields: [
      { id: 'children', type: 'group', label: '子', required: true, fields: [{ id: 'name', type: 'text', label: '氏名', required: true }] },
    ] },
  ],
};
const engine = openForm(form, '2026-11-23');
const check = (answers) => engine.check(answers, '2026-11-23');

describe('What the screens ask of a form', () => {
  it('an answer on a page that is hidden now is not sent and is no mistake', () => {
    const checked = check({ copies: 2, who: 'me', children: [{ name: '太郎' }] });
    assert.deepEqual(checked.mistakes, []);
    assert.deepEqual(checked.answers, { copies: 2, who: 'me' });
    assert.equal(checked.fee, 600);
  });

  it('a required group that is still empty is a mistake of its first item, where the screen shows inputs', () => {
    assert.deepEqual(check({ copies: 1, who: 'kids' }).mistakes.map((one) => one.path), ['children[0].name']);
    assert.deepEqual(engine.members(form.pages[1].fields[0], 0, { copies: 1, who: 'kids' }).map((one) => one.id), ['name']);
  });

  it('choosing an era without a date is no answer, an unfinished date is a mistake', () => {
    assert.deepEqual(check({ copies: 1, who: 'me', born: '平成|||' }).mistakes, []);
    assert.deepEqual(check({ copies: 1, who: 'me', born: '平成|3||' }).mistakes.map((one) => one.code), ['date']);
  });

  it('what was computed is shown and never sent, nor sent again once the city hall has given it back', () => {
    const computing = openForm({
      id: 'f', version: 1, title: 'F',
      pages: [{ id: 'one', title: '1', fields: [
        { id: 'copies', type: 'number', label: '通数', required: true },
        { id: 'children', type: 'group', label: '子', fields: [
          { id: 'days', type: 'number', label: '日数' },
          { id: 'cost', type: 'computed', label: '費用', value: { '*': [{ item: 'days' }, 100] } },
        ] },
        { id: 'sum', type: 'computed', label: '合わせて', value: { '*': [{ var: 'copies' }, 2] } },
        { id: 'law', type: 'constant', value: '第24条' },
      ] }],
    }, '2026-11-23');
    const typed = { copies: 3, children: [{ days: 2 }] };
    const { answers, whole, mistakes } = computing.check(typed, '2026-11-23');
    assert.deepEqual(mistakes, []);
    assert.deepEqual(whole, { copies: 3, children: [{ days: 2, cost: 200 }], sum: 6, law: '第24条' });
    assert.deepEqual(answers, typed);
    assert.deepEqual(computing.entered(whole), typed);
  });

  it('only the pages that are asked are shown', () => {
    assert.deepEqual(engine.pages({ who: 'me' }).map((page) => page.id), ['one']);
    assert.deepEqual(engine.pages({ who: 'kids' }).map((page) => page.id), ['one', 'two']);
  });
});
