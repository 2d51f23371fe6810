import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { load } from './load.mjs';

const { compared } = await load('staff/corrected.ts');

const pages = [
  {
    id: 'p',
    title: '',
    fields: [
      { id: 'name', type: 'name', label: '氏名' },
      { id: 'note', type: 'note', label: '説明' },
      { id: 'copies', type: 'number', label: '通数' },
      { id: 'children', type: 'group', label: 'お子さん', fields: [] },
      { id: 'phone', type: 'phone', label: '電話番号' },
    ],
  },
];
const before = { name: { family: '石狩', given: '花子' }, copies: 1, children: [{ a: 1, b: 2 }] };
const seen = (after, asked) => compared(pages, before, after, asked).map((row) => [row.field.id, row.asked, row.changed]);

describe('What a clerk is shown of a correction', () => {
  it('is what was asked for, changed or not, and every change that nobody asked for', () => {
    assert.deepEqual(seen({ ...before, copies: 2, phone: '0133721234' }, ['copies', 'name']), [
      ['name', true, false],
      ['copies', true, true],
      ['phone', false, true],
    ]);
  });

  it('is nothing where parts of an answer only come in another order', () => {
    assert.deepEqual(seen({ children: [{ b: 2, a: 1 }], copies: 1, name: { given: '花子', family: '石狩' } }, []), []);
  });

  it('says so where nobody can see what changed', () => {
    const unseen = (family) => compared(pages, before, { ...before, name: { family, given: '花子' } }, []).map((row) => row.unseen);
    assert.deepEqual(unseen('石\u200B狩'), [true]);
    assert.deepEqual(unseen('石狩　'), [true]);
    assert.deepEqual(unseen('石借'), [false]);
  });

  it('names the question where one of its parts was asked for', () => {
    assert.deepEqual(seen({ ...before, children: [{ a: 1, b: 3 }] }, ['children[0].b']), [['children', true, true]]);
  });

  it('tells of an answer that is gone', () => {
    const { name, ...gone } = before;
    assert.deepEqual(seen(gone, []), [['name', false, true]]);
  });
});
