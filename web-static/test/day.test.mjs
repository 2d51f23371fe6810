import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { load } from './load.mjs';

const { readDay } = await load('ui/read-day.ts');

describe('A day as it is typed in the console', () => {
  for (const text of [
    '2026/12/10', '2026-12-10', '2026.12.10', '2026年12月10日', '２０２６年１２月１０日', '2026－12－10', '20261210', ' 2026 / 12 / 10 ',
    '2026年12月10日（木）', '令和8年12月10日', '令和８年１２月１０日', 'R8.12.10', 'r8/12/10', 'Ｒ８．１２．１０', '令8.12.10',
  ]) {
    it(`${text} is the tenth of December 2026`, () => assert.deepEqual(readDay(text), { day: '2026-12-10' }));
  }

  it('the first year of an era is 元年', () => {
    assert.deepEqual(readDay('令和元年5月1日'), { day: '2019-05-01' });
    assert.deepEqual(readDay('S1.12.25'), { day: '1926-12-25' });
  });

  it('nothing typed is no day and no mistake', () => {
    assert.equal(readDay(''), undefined);
    assert.equal(readDay(' \u3000\u200b'), undefined);
  });

  for (const [text, words] of [
    ['8/12/10', /西暦4桁か元号で/],
    ['２６年１２月１０日', /西暦4桁か元号で/],
    ['2026/13/45', /2026年13月45日という日はありません/],
    ['2026/2/29', /2026年2月29日という日はありません/],
    ['2026', /月と日も入力/],
    ['2026年', /月と日も入力/],
    ['令和8年', /月と日も入力/],
    ['2026/12', /日も入力/],
    ['12/10', /年も入力/],
    ['平成33年4月1日', /平成33年4月1日は、令和3年4月1日です/],
    ['令和元年4月30日', /平成31年4月30日です/],
    ['令和2027年4月1日', /西暦のときは、元号をつけずに/],
    ['あした', /読めません/],
    ['20261', /読めません/],
    ['2026/12/10/1', /読めません/],
  ]) {
    it(`${text} is refused in words`, () => assert.match(readDay(text).mistake, words));
  }
});
