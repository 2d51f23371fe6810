import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { load } from './load.mjs';

const { SearchIndex, narrow, countBy, NO_FILTERS } = await load('app/search.ts');

const entry = (over) => ({
  kana: '', summary: '', category: 'a', events: [], divisionId: 'd', level: 'verified', fee: false, online: true,
  audience: '個人', k1: '', k2: '', k3: '', ...over,
});
const index = new SearchIndex({
  categories: [], events: [], divisions: [],
  procedures: [
    entry({ id: 'juminhyo', name: '住民票の写しの交付請求', kana: 'じゅうみんひょうのうつし', events: ['move'], fee: true, k2: '住民票 住所の証明' }),
    entry({ id: 'tenkyo', name: '転居届', kana: 'てんきょとどけ', events: ['move'], k2: '引越し 転居 ひっこし', summary: '市内で住所が変わったとき' }),
    entry({ id: 'inu', name: '犬の登録', kana: 'いぬのとうろく', category: 'b', online: false }),
  ],
});
const found = (query) => index.find(query).map((hit) => hit.entry.id);

describe('A search', () => {
  it('finds a procedure by kanji, hiragana, half-width katakana and a synonym alike', () => {
    for (const query of ['住民票', 'じゅうみんひょう', 'ｼﾞｭｳﾐﾝ', 'ジュウミン', '住所の証明']) {
      assert.equal(found(query)[0], 'juminhyo', query);
    }
  });

  it('wants every word of the query', () => {
    assert.deepEqual(found('住民票 写し'), ['juminhyo']);
    assert.deepEqual(found('住民票　犬'), []);
  });

  it('puts a name before a synonym and a synonym before the text', () => {
    const ranked = new SearchIndex({
      categories: [], events: [], divisions: [],
      procedures: [
        entry({ id: 'text', name: 'あ', summary: '粗大ごみの話' }),
        entry({ id: 'synonym', name: 'い', k2: '粗大ごみ' }),
        entry({ id: 'name', name: '粗大ごみ収集' }),
      ],
    });
    assert.deepEqual(ranked.find('粗大ごみ').map((hit) => hit.entry.id), ['name', 'synonym', 'text']);
  });

  it('understands a synonym from its second character on', () => {
    assert.deepEqual(found('ひっ'), ['tenkyo']);
    assert.deepEqual(found('住所の証'), ['juminhyo']);
  });

  it('offers similar names when nothing is found', () => {
    assert.deepEqual(found('犬の届出'), []);
    assert.equal(index.similar('犬の届出', 3)[0].id, 'inu');
  });
});

describe('Filters', () => {
  it('narrow by every facet at once', () => {
    const hits = narrow(index.find(''), { ...NO_FILTERS, event: 'move', fee: 'no' });
    assert.deepEqual(hits.map((hit) => hit.entry.id), ['tenkyo']);
  });

  it('count what another choice of the same facet would give, under the other filters', () => {
    const counts = countBy(index.find(''), { ...NO_FILTERS, category: 'b', online: 'no' }, 'category');
    assert.deepEqual([...counts], [['b', 1]]);
    assert.deepEqual([...countBy(index.find(''), { ...NO_FILTERS, category: 'b' }, 'category')], [['a', 2], ['b', 1]]);
  });
});
