import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { load } from './load.mjs';

const { dayPartsOf, readDay } = await load('ui/read-day.ts');

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

  it('without its year is the last such day up to the one that is asked for at most', () => {
    assert.deepEqual(readDay('11/27', undefined, '2026-11-30'), { day: '2026-11-27' });
    assert.deepEqual(readDay('12月28日', undefined, '2027-01-04'), { day: '2026-12-28' });
    assert.deepEqual(readDay('２月２９日', undefined, '2027-01-04'), { day: '2024-02-29' });
    assert.match(readDay('11/31', undefined, '2026-11-30').mistake, /11月31日という日はありません/);
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

describe('A day that cannot be read', () => {
  it('is explained by a day such as is asked for', () => {
    assert.match(readDay('S60', '1985-04-20').mistake, /「1985年4月20日」「昭和60年4月20日」「1985\/04\/20」のように/);
    assert.match(readDay('あした').mistake, /「2026年12月10日」「令和8年12月10日」「2026\/12\/10」のように/);
  });
});

describe('A day that stands in one of the three inputs of a form', () => {
  for (const [text, parts] of [
    ['令和5年3月4日', { era: '令和', year: '5', month: '3', day: '4' }],
    ['令和５年３月４日（土）', { era: '令和', year: '5', month: '3', day: '4' }],
    ['R5.3.4', { era: '令和', year: '5', month: '3', day: '4' }],
    ['令和元年5月1日', { era: '令和', year: '元', month: '5', day: '1' }],
    ['2023/3/4', { era: null, year: '2023', month: '3', day: '4' }],
    ['2023年3月4日', { era: null, year: '2023', month: '3', day: '4' }],
    ['5年3月4日', { era: '平成', year: '5', month: '3', day: '4' }],
    ['S60.2.30', { era: '昭和', year: '60', month: '2', day: '30' }],
    ['昭和60年', { era: '昭和', year: '60' }],
    ['昭和60年2月', { era: '昭和', year: '60', month: '2' }],
  ]) {
    it(`${text} is all that it says`, () => assert.deepEqual(dayPartsOf(text, '平成'), parts));
  }

  for (const text of ['', '5', '5年', '3月', '元', '2023', '3月4日', 'R', '令和', '5歳', 'きのう']) {
    it(`${text || 'nothing'} is no more than a part`, () => assert.equal(dayPartsOf(text, '平成'), null));
  }

  it('has no year of two digits where 西暦 is chosen', () => assert.equal(dayPartsOf('5/3/4', null), null));
});
