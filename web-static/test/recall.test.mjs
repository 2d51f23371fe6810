// How often a resident's own words find the procedure among the first five, over the sample city's published index.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { load } from './load.mjs';
import { variants } from './variants.mjs';

const catalogueModule = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'functions', 'catalogue');
const catalogue = JSON.parse(readFileSync(join(catalogueModule, 'target', 'catalogue.json'), 'utf8'));
const resource = (name) => JSON.parse(readFileSync(join(catalogueModule, 'src', 'test', 'resources', name), 'utf8'));
const queries = resource('queries.json');
const residents = resource('queries-of-residents.json');

/** A query is answered by what it finds, or by the slip that it is offered. */
async function recallOf(all) {
  const { Finding } = await load('app/finding.ts');
  const index = new Finding(catalogue);
  const missed = all.filter(({ query, expected }) => {
    const found = index.find(query);
    const best = found.length > 0 ? found.slice(0, 5).map((hit) => hit.entry.id) : index.similar(query, 5).map((entry) => entry.id);
    return [expected].flat().every((id) => best.indexOf(id) < 0);
  });
  const recall = 1 - missed.length / all.length;
  console.log(`recall@5 ${recall.toFixed(3)} over ${all.length} queries; missed: ${missed.map((one) => one.query).join('、') || 'none'}`);
  return recall;
}

test('the words of who wrote the catalogue find its procedures among the first five', async () => {
  assert.ok(queries.length >= 60);
  assert.ok((await recallOf(queries)) >= 0.98);
});

// Wording of residents: titles of questions on pages of municipalities (よくある質問), of sites that help with moving house or changing
// jobs, and of questions asked in public there; shortened to what one types. Every second one was put aside while weights were
// tuned; but whoever wrote the synonyms had written all of them down, so both halves say more than a stranger's words would.
for (const half of ['tuned', 'held out']) {
  test(`the words of residents find their procedure among the first five: ${half}`, async () => {
    const asked = residents.filter((one) => one.half === half);
    assert.ok(asked.length >= 80);
    assert.ok((await recallOf(asked)) >= 0.97);
  });
}

// Of somebody who saw the names of the procedures only, never the synonyms or the search: 0.900 when it was first asked, 0.925 since a
// word that is known counts beside words that are not, 0.938 since words that only ask never count, 0.963 since what stands last of a
// phrase counts as a word of its own and one wrong kanji of three is a slip. Asked again only at the end of a change.
test('the words of somebody who knows nothing of the search find their procedure among the first five', async () => {
  const asked = resource('queries-of-others.json');
  assert.ok(asked.length >= 80);
  assert.ok((await recallOf(asked)) >= 0.95);
});

// Of another one, who had only used the portal: 0.950 when it was first asked, before their missed words became synonyms. A figure
// of this set says what was mended since; only its first one was blind.
test('the words of a newcomer find their procedure among the first five', async () => {
  const asked = resource('queries-of-newcomers.json');
  assert.ok(asked.length >= 80);
  assert.ok((await recallOf(asked)) >= 0.97);
});

test('words that once found nothing do', async () => {
  const { Finding } = await load('app/finding.ts');
  const index = new Finding(catalogue);
  const wanted = [
    ['印鑑証明', 'inkan-shomei'], ['戸籍謄本', 'koseki'], ['母子手帳', 'ninshin'], ['高額医療', 'kouki'], ['転職', 'kokuho-in'],
    ['失業', 'nenkin'], ['カードをなくした', 'mynumber-saikofu'], ['保育園に入りたい', 'hoikusho'], ['国保をやめる', 'kokuho-out'],
    ['水道をやめる', 'suido'], ['うまれた', 'shussho'], ['しんだ', 'shibo'], ['印かん', 'inkan'], ['転きょ', 'tenkyo'], ['moving', 'tenkyo'],
    ['tax', 'nozei'], ['zyuuminhyou', 'juminhyo'], ['引越し手続き', 'tenkyo'], ['ひっこし てつづき', 'tenkyo'],
  ];
  for (const [query, expected] of wanted) {
    const best = index.find(query).slice(0, 5).map((hit) => hit.entry.id);
    assert.ok(best.indexOf(expected) >= 0, `${query}: ${best.join('、')}`);
  }
  const tile = index.find('子育て').map((hit) => hit.entry);
  for (const entry of catalogue.procedures.filter((one) => one.events.indexOf('childcare') >= 0)) assert.ok(tile.indexOf(entry) >= 0, entry.id);
});

test('住民票の写し is found by its name, kana, half-width kana and what it is for', async () => {
  const { Finding } = await load('app/finding.ts');
  const index = new Finding(catalogue);
  for (const query of ['住民票', 'じゅうみんひょう', 'ｼﾞｭｳﾐﾝ', '住所の証明']) {
    assert.ok(index.find(query).slice(0, 3).some((hit) => hit.entry.id === 'juminhyo'), query);
  }
});

test('what a PDF gives for kanji finds what it looks like', async () => {
  const { Finding } = await load('app/finding.ts');
  const index = new Finding(catalogue);
  for (const [pasted, expected] of [['\u2f3e籍', 'koseki'], ['住\u2ea0票', 'juminhyo'], ['⽔道', 'suido']]) {
    assert.equal(index.find(pasted)[0]?.entry.id, expected, pasted);
  }
});

test('a slip or two of the fingers still finds the procedure among the first three', async () => {
  const { Finding } = await load('app/finding.ts');
  const index = new Finding(catalogue);
  const slips = [
    ['じゅうみんびょう', '住民票の写し'], ['じゅみんひょう', '住民票の写し'], ['じゅうみひんょう', '住民票の写し'],
    ['いんかんとろく', '印鑑登録'], ['印艦登録', '印鑑登録'], ['児童手手当', '児童手当'], ['こくみんけんこほけん', '国民健康保険'],
    ['介護保検', '介護保険'], ['しょうがいしゃてちう', '障害者手帳'], ['ほいくしょう', '保育所'],
    ['ジュウミンヒョオ', '住民票の写し'], ['いんかんしょうめぃ', '印鑑登録証明書'], ['国民健庫保険', '国民健康保険'],
  ];
  for (const [query, name] of slips) {
    // What only sounds the same is no slip and is found at once.
    const found = index.find(query).slice(0, 3).map((hit) => hit.entry.name);
    const similar = found.length > 0 ? found : index.similar(query, 3).map((entry) => entry.name);
    assert.ok(similar.some((one) => one.indexOf(name) === 0), `${query}: ${similar.join('、')}`);
  }
});

test('a search that means nothing finds nothing and offers nothing', async () => {
  const { Finding } = await load('app/finding.ts');
  const index = new Finding(catalogue);
  for (const query of [
    'ghxqzwv', 'zzz', 'ふがふが', 'あいうえおかき', 'ぱぴぷぺぽ', '東京スカイツリー', 'おいしいラーメン', '映画を見たい', 'プールに入りたい', '財布をなくした', '宝くじ',
  ]) {
    assert.deepEqual(index.find(query).map((hit) => hit.entry.name), [], query);
    assert.deepEqual(index.similar(query, 5), [], query);
  }
});

// The names themselves as people write them, by rule: what is missed here is missed by everybody who writes so.
for (const [way, make] of Object.entries(variants)) {
  test(`a procedure is found by its name ${way}`, async () => {
    const { Finding } = await load('app/finding.ts');
    const index = new Finding(catalogue);
    const queries = catalogue.procedures.flatMap((entry) => make(entry).map((query) => ({ query, expected: entry.id })));
    const missed = queries.filter(({ query, expected }) => !index.find(query).slice(0, 5).some((hit) => hit.entry.id === expected));
    assert.ok(missed.length <= queries.length * 0.03, `${missed.length} of ${queries.length}: ${missed.map(({ query }) => query).join('、')}`);
  });
}

test('every word of the catalogue in kana is heard as a word, and not as particles one after another', async () => {
  const { cut } = await load('app/sentence.ts');
  const known = new Set(catalogue.words.map(([word]) => word).concat(catalogue.synonyms.flatMap(({ says }) => says)));
  const asking = new Set(catalogue.asking);
  const kana = [...known].filter((word) => /^[ぁ-ゖー]{2,}$/.test(word) && !asking.has(word));
  assert.ok(kana.length > 500);
  const lost = kana.filter((word) => cut(word, word, (text) => known.has(text), (text) => asking.has(text)).words.length === 0);
  assert.deepEqual(lost, []);
});

test('something that is gone or broken finds what to do, whoever or whatever did it', async () => {
  const { Finding } = await load('app/finding.ts');
  const index = new Finding(catalogue);
  for (const [query, expected] of [
    ['カードがなくなった', 'mynumber-saikofu'], ['カードが無くなりました', 'mynumber-saikofu'], ['カードが見つからない', 'mynumber-saikofu'], ['祖父がなくなった', 'shibo'],
    ['家がこわれた', 'risai'], ['住民票の仕方がわからない', 'juminhyo'],
  ]) {
    const best = index.find(query).slice(0, 5).map((hit) => hit.entry.id);
    assert.ok(best.indexOf(expected) >= 0, `${query}: ${best.join('、')}`);
  }
});
