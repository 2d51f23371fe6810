import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { load } from './load.mjs';

const { withWritten, written } = await load('staff/as-written.ts');

const PAGES = [
  {
    id: 'a',
    title: 'A',
    fields: [
      { id: 'name', type: 'name', label: '氏名' },
      { id: 'birth', type: 'date', label: '生年月日' },
      { id: 'copies', type: 'number', label: '通数' },
      { id: 'use', type: 'radio', label: '使いみち' },
      { id: 'children', type: 'group', label: 'お子さん', fields: [{ id: 'birth', type: 'date' }, { id: 'name', type: 'name' }] },
    ],
  },
];

const lacking = (path, text) => ({ path, message: '', ...(text === undefined ? {} : { written: text }) });

describe('what is written on a paper and did not fit', () => {
  it('stands where it was typed, also in a part of a name and in a member of a group', () => {
    const answers = { name: { family: '浜田' }, children: [{}, { name: { family: '浜田' } }] };
    const whole = withWritten(PAGES, answers, [
      lacking('name.familyKana', '読めない'),
      lacking('birth', '昭和|64|13|'),
      lacking('copies', '500'),
      lacking('children[1].birth', '2021-13-01'),
      lacking('children[1].name.given', '望'),
    ]);
    assert.deepEqual(whole, {
      name: { family: '浜田', familyKana: '読めない' },
      birth: '昭和|64|13|',
      copies: 500,
      children: [{}, { name: { family: '浜田', given: '望' }, birth: '2021-13-01' }],
    });
    assert.deepEqual(answers, { name: { family: '浜田' }, children: [{}, { name: { family: '浜田' } }] }, 'the answers stay as they are');
  });

  it('is left out where it is nothing that can be typed, or nothing stands there', () => {
    assert.deepEqual(
      withWritten(PAGES, {}, [lacking('use', 'その他、銀行'), lacking('children', '光、望'), lacking('children[3].birth', 'x'), lacking('gone', 'x'), lacking('birth')]),
      {},
    );
  });

  it('is read as a day where it was typed in four parts', () => {
    assert.equal(written('昭和|55|13|1'), '昭和55年13月1日');
    assert.equal(written('昭和|55||'), '昭和55年');
    assert.equal(written('昭和55年か56年'), '昭和55年か56年');
  });
});
