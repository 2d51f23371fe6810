import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { load } from './load.mjs';

const { filtered, isReading, sorted } = await load('staff/open-list.ts');

const TODAY = '2026-11-30';
const NOTHING = { state: null, procedure: null, division: null, due: null, unread: false, assigned: null, words: '' };

let drawn = 0;

function row(more = {}) {
  drawn++;
  return {
    applicationId: 'id-' + drawn, version: 1, receiptNumber: '126113000' + String(drawn).padStart(3, '0'), procedureId: 'p', procedureName: '犬の登録',
    state: 'SUBMITTED', applicantName: '石狩　花子', soughtName: more.applicantName ?? '石狩花子', arrivedAt: `2026-11-2${drawn % 10}T00:00:00.000Z`, receivedOn: '2026-11-24',
    divisionId: 'shimin', dueOn: '2026-12-24', overdue: false, holds: [], untold: false, unread: false, labels: [],
    ...more,
  };
}

const found = (rows, asked) => filtered(rows, { ...NOTHING, ...asked }, TODAY, 's-1');

describe('What a clerk types into the list', () => {
  it('is found in number, name and procedure, however it is written', () => {
    const rows = [
      row({ receiptNumber: '126112912345' }),
      row({ applicantName: '厚田　ﾀﾛｳ' }),
      row({ procedureName: '児童手当（ＷＥＢ）' }),
    ];
    for (const [words, index] of [['1261-1291', 0], ['１２６１１２９', 0], ['厚田タロウ', 1], ['web', 2], ['児童　手当', 2]]) {
      assert.deepEqual(found(rows, { words }), [rows[index]], words);
    }
  });

  it('is told apart where it can only be how a name is read, which no list has', () => {
    for (const words of ['いしかり', 'ｲｼｶﾘ ﾊﾅｺ', 'イシカリ　ハナコ', 'コーノ']) assert.equal(isReading(words), true, words);
    for (const words of ['', ' ', '石狩', '石狩はなこ', '1261', 'web']) assert.equal(isReading(words), false, words);
  });

  it('is found under the usual character of a name, and under its own', () => {
    const rows = [row({ applicantName: '渡邊　マリ', soughtName: '渡辺まり' }), row()];
    for (const words of ['渡辺', '渡邊', '渡辺まり', '渡邊 マリ']) assert.deepEqual(found(rows, { words }), [rows[0]], words);
  });

  it('wants every word of several', () => {
    const rows = [row({ applicantName: '浜益　一郎' }), row({ applicantName: '浜益　二郎', procedureName: '転入届' })];
    assert.deepEqual(found(rows, { words: '転入 浜益' }), [rows[1]]);
    assert.deepEqual(found(rows, { words: '転入 石狩' }), []);
    assert.equal(found(rows, { words: '　 ' }).length, 2);
  });
});

describe('What a clerk chooses from the list', () => {
  it('is combined', () => {
    const rows = [row({ state: 'ACCEPTED', procedureId: 'a' }), row({ procedureId: 'a' }), row({ state: 'ACCEPTED', procedureId: 'a', divisionId: 'zeimu' })];
    assert.deepEqual(found(rows, { state: 'ACCEPTED', procedure: 'a', division: 'shimin' }), [rows[0]]);
  });

  it('is what one works on oneself, or what nobody does', () => {
    const rows = [row({ assignee: { staffId: 's-1', name: '鈴木　一郎' } }), row({ assignee: { staffId: 's-2', name: '山田　次郎' }, labels: ['書類待ち'] }), row()];
    assert.deepEqual(found(rows, { assigned: 'me' }), [rows[0]]);
    assert.deepEqual(found(rows, { assigned: 'none' }), [rows[2]]);
    assert.deepEqual(found(rows, { words: '山田' }), [rows[1]]);
    assert.deepEqual(found(rows, { words: '書類待ち' }), [rows[1]]);
  });

  it('is what is overdue, or what is due within three days and is not', () => {
    const rows = ['2026-11-27', '2026-11-30', '2026-12-03', '2026-12-04', undefined].map((dueOn) => row({ dueOn, overdue: dueOn === '2026-11-27' }));
    assert.deepEqual(found(rows, { due: 'over' }), [rows[0]]);
    assert.deepEqual(found(rows, { due: 'soon' }), [rows[1], rows[2]]);
  });
});

describe('The order of the list', () => {
  it('begins with what is due first, of every division; what has no day comes last', () => {
    const [none, late, soon] = [row({ dueOn: undefined }), row({ dueOn: '2026-12-10', divisionId: 'a' }), row({ dueOn: '2026-12-01', divisionId: 'z' })];
    assert.deepEqual(sorted([none, late, soon], { by: 'due', descending: false }), [soon, late, none]);
  });

  it('keeps what is equal in the order of arrival, whichever way it is turned', () => {
    const [first, second] = ['2026-11-01', '2026-11-02'].map((day) => row({ arrivedAt: day + 'T00:00:00.000Z' }));
    for (const by of ['due', 'name', 'procedure', 'state']) {
      for (const descending of [false, true]) assert.deepEqual(sorted([second, first], { by, descending }), [first, second], by);
    }
    assert.deepEqual(sorted([first, second], { by: 'arrived', descending: true }), [second, first]);
  });

  it('by whose it is puts what nobody has at the end', () => {
    const rows = [undefined, '山田 太郎', '阿部 花子'].map((name) => row({ assignee: name && { staffId: name, name } }));
    const names = (descending) => sorted(rows, { by: 'assignee', descending }).map((one) => one.assignee?.name);
    assert.equal(names(false)[2], undefined);
    assert.equal(names(true)[0], undefined);
    assert.deepEqual(names(true), names(false).reverse());
  });

  it('of states is the order of the work', () => {
    const rows = ['RETURNED', 'SUBMITTED', 'ACCEPTED'].map((state) => row({ state }));
    assert.deepEqual(sorted(rows, { by: 'state', descending: false }).map((one) => one.state), ['SUBMITTED', 'ACCEPTED', 'RETURNED']);
  });
});
