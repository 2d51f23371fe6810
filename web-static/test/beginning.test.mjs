// What questions are begun with: put in once, where nothing stands, and never into what somebody left out.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { load } from './load.mjs';

const { begin, newItem } = await load('apply/beginning.ts');

const children = {
  id: 'children', type: 'group', label: '子', min: 2,
  fields: [{ id: 'lives', type: 'yesno', label: '同居', default: true }, { id: 'name', type: 'text', label: '名前' }],
};
const one = {
  id: 'one', title: '1', fields: [
    { id: 'city', type: 'text', label: '市', default: '石狩市' },
    { id: 'copies', type: 'number', label: '通数', default: 1 },
    { id: 'day', type: 'date', label: '日', default: 'today' },
    { id: 'week', type: 'date', label: '1週間後', default: { today: 7 } },
    { id: 'fixed', type: 'date', label: '年度の始め', default: '2026-04-01' },
    { id: 'plain', type: 'text', label: '備考' },
  ],
};
const two = { id: 'two', title: '2', fields: [children, { id: 'kinds', type: 'checkbox', label: '種類', default: ['o1'], options: [] }] };
const pages = [one, two];
const day = '2026-11-28';
const whole = { city: '石狩市', copies: 1, day: '2026-11-28', week: '2026-12-05', fixed: '2026-04-01' };

describe('What a question is begun with', () => {
  it('stands there once its page is shown, and not before', () => {
    const draft = { answers: {}, touched: false };
    assert.equal(begin(draft, one, pages, day), true);
    assert.deepEqual(draft.answers, whole);
    assert.equal(begin(draft, two, pages, day), true);
    assert.deepEqual(draft.answers.children, [{ lives: true }, { lives: true }]);
    assert.deepEqual(draft.answers.kinds, ['o1']);
    assert.equal(begin(draft, one, pages, day), false);
  });

  it('goes over nothing that stands there, a no and a nought among it', () => {
    const draft = { answers: { city: '当別町', copies: 0, children: [{ name: '太郎' }] }, touched: false };
    pages.forEach((page) => begin(draft, page, pages, day));
    assert.equal(draft.answers.city, '当別町');
    assert.equal(draft.answers.copies, 0);
    assert.deepEqual(draft.answers.children, [{ name: '太郎' }]);
  });

  it('does not come back once it was taken out', () => {
    const draft = { answers: {}, touched: false };
    begin(draft, one, pages, day);
    const { city, ...left } = draft.answers;
    draft.answers = left;
    assert.equal(begin(draft, one, pages, day), false);
    assert.equal(draft.answers.city, undefined, city);
  });

  it('is not put into pages of a kept draft that were seen before, and is put into the others', () => {
    const draft = { answers: { plain: '急ぎ' }, touched: true };
    assert.equal(begin(draft, one, pages, day), false);
    assert.deepEqual(draft.answers, { plain: '急ぎ' });
    assert.equal(begin(draft, two, pages, day), true);
  });

  it('is put beside what the card filled in', () => {
    const draft = { answers: { plain: 'カードから' }, touched: false };
    assert.equal(begin(draft, one, pages, day), true);
    assert.deepEqual(draft.answers, { plain: 'カードから', ...whole });
  });

  it('comes with every new item', () => {
    assert.deepEqual(newItem(children, day), { lives: true });
    assert.deepEqual(newItem({ ...children, fields: [] }, day), {});
  });
});
