// How often a resident's own words find the procedure among the first five, over the sample city's published index.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { load } from './load.mjs';

const catalogueModule = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'functions', 'catalogue');
const catalogue = JSON.parse(readFileSync(join(catalogueModule, 'target', 'catalogue.json'), 'utf8'));
const queries = JSON.parse(readFileSync(join(catalogueModule, 'src', 'test', 'resources', 'queries.json'), 'utf8'));

test('nine of ten queries find their procedure among the first five', async () => {
  const { SearchIndex } = await load('app/search.ts');
  const index = new SearchIndex(catalogue);
  const missed = queries.filter(({ query, expected }) => {
    const found = index.find(query);
    const best = found.length > 0 ? found.slice(0, 5).map((hit) => hit.entry.id) : index.similar(query, 5).map((entry) => entry.id);
    return best.indexOf(expected) < 0;
  });
  const recall = 1 - missed.length / queries.length;
  console.log(`recall@5 ${recall.toFixed(3)} over ${queries.length} queries; missed: ${missed.map((one) => one.query).join('、') || 'none'}`);
  assert.ok(queries.length >= 60);
  assert.ok(recall >= 0.9, `recall@5 is ${recall}`);
});

test('住民票の写し is found by its name, kana, half-width kana and what it is for', async () => {
  const { SearchIndex } = await load('app/search.ts');
  const index = new SearchIndex(catalogue);
  for (const query of ['住民票', 'じゅうみんひょう', 'ｼﾞｭｳﾐﾝ', '住所の証明']) {
    assert.ok(index.find(query).slice(0, 3).some((hit) => hit.entry.id === 'juminhyo'), query);
  }
});

test('a slip or two of the fingers still finds the procedure among the first three', async () => {
  const { SearchIndex } = await load('app/search.ts');
  const index = new SearchIndex(catalogue);
  const slips = [
    ['じゅうみんびょう', '住民票の写し'], ['じゅみんひょう', '住民票の写し'], ['じゅうみひんょう', '住民票の写し'],
    ['いんかんとろく', '印鑑登録'], ['印艦登録', '印鑑登録'], ['児童手手当', '児童手当'], ['こくみんけんこほけん', '国民健康保険'],
    ['介護保検', '介護保険'], ['しょうがいしゃてちう', '障害者手帳'], ['転出届け', '転出届'], ['ほいくしょう', '保育所'],
    ['ジュウミンヒョオ', '住民票の写し'], ['いんかんしょうめぃ', '印鑑登録証明書'], ['国民健庫保険', '国民健康保険'],
  ];
  for (const [query, name] of slips) {
    assert.equal(index.find(query).length, 0, query);
    const similar = index.similar(query, 3).map((entry) => entry.name);
    assert.ok(similar.some((one) => one.indexOf(name) === 0), `${query}: ${similar.join('、')}`);
  }
});

test('a search that means nothing offers nothing', async () => {
  const { SearchIndex } = await load('app/search.ts');
  assert.deepEqual(new SearchIndex(catalogue).similar('ghxqzwv', 5), []);
});
