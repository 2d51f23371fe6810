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
