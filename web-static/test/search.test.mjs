import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { load } from './load.mjs';

const { narrow, countBy, NO_FILTERS } = await load('app/search.ts');
const { Finding } = await load('app/finding.ts');
const { kanaOf } = await load('app/romaji.ts');

const entry = (over) => ({
  kana: '', summary: '', category: 'a', events: [], divisionId: 'd', level: 'verified', fee: false, online: true,
  audience: '個人', ...over,
});
/** A catalogue as it is published: which word stands where, here in four lists per procedure (name, other words, text, tiles). */
const published = (listed, more = {}) => {
  const words = new Map();
  listed.forEach(({ says }, order) =>
    says.forEach((text, place) => text.split(' ').filter(Boolean).forEach((word) => words.set(word, (words.get(word) ?? []).concat(order * 4 + place)))),
  );
  return new Finding({
    categories: [], events: [], divisions: [], synonyms: [], asking: [], words: [...words], ...more,
    procedures: listed.map(({ says, ...rest }) => entry(rest)),
  });
};
const index = published([
  { id: 'juminhyo', name: '住民票の写しの交付請求', events: ['move'], fee: true, says: ['じゅうみんひょうのうつし 住民票 じゅうみんひょう 写し', '住所の証明'] },
  { id: 'tenkyo', name: '転居届', events: ['move'], summary: '市内で住所が変わったとき', says: ['てんきょとどけ 転居', '引越し ひっこし', '住所'] },
  { id: 'inu', name: '犬の登録', category: 'b', online: false, says: ['いぬのとうろく 犬 登録'] },
]);
const asked = published(
  [
    { id: 'inu', name: '犬の登録', says: ['いぬのとうろく 犬 登録 とうろく'] },
    { id: 'suido', name: '水道の使用中止', says: ['水道 使用 中止 使用中止'] },
    { id: 'hoikusho', name: '保育所の申込み', events: ['childcare'], says: ['保育所 ほいくしょ 申込', '', '', '子育て こそだて'] },
  ],
  {
    synonyms: [{ says: ['やめ', '止め', '中止'], here: ['中止'] }, { says: ['水', '水道'], here: ['水道'] }],
    asking: ['届出', 'ほしい'],
  },
);
const found = (query) => index.find(query).map((hit) => hit.entry.id);

describe('A search', () => {
  it('finds a procedure by kanji, hiragana, half-width katakana and a synonym alike', () => {
    for (const query of ['住民票', 'じゅうみんひょう', 'ｼﾞｭｳﾐﾝ', 'ジュウミン', '住所の証明']) {
      assert.equal(found(query)[0], 'juminhyo', query);
    }
  });

  it('puts first what has every word of the query, and leaves out nothing that has one of them', () => {
    assert.deepEqual(found('住民票 写し'), ['juminhyo']);
    assert.deepEqual(found('住民票　犬').sort(), ['inu', 'juminhyo']);
  });

  it('puts a name before a synonym and a synonym before the text', () => {
    const ranked = published([
      { id: 'text', name: 'あ', summary: '粗大ごみの話', says: ['', '', '粗大ごみ'] },
      { id: 'synonym', name: 'い', says: ['', '粗大ごみ'] },
      { id: 'name', name: '粗大ごみ収集', says: [''] },
    ]);
    assert.deepEqual(ranked.find('粗大ごみ').map((hit) => hit.entry.id), ['name', 'synonym', 'text']);
  });

  it('understands a synonym from its second character on', () => {
    assert.deepEqual(found('ひっ'), ['tenkyo']);
    assert.deepEqual(found('住所の証'), ['juminhyo']);
  });

  it('passes over particles, endings and words that only ask', () => {
    for (const query of ['犬の届出', '犬を登録したいのですが', '犬がほしい']) assert.equal(asked.find(query)[0].entry.id, 'inu', query);
  });

  it('finds a procedure by another word for it, in whatever form a verb is', () => {
    for (const query of ['やめる', 'やめたい', '水をやめました']) {
      assert.deepEqual(asked.find(query).map((hit) => hit.entry.id), ['suido'], query);
    }
  });

  it('finds all that belongs to a life event by its name', () => {
    assert.deepEqual(asked.find('子育て').map((hit) => hit.entry.id), ['hoikusho']);
  });

  it('reads Latin letters as they sound, with long vowels or without', () => {
    for (const query of ['juminhyo', 'juuminhyou', 'JUMINHYO', 'zyuuminhyou', 'jūminhyō']) assert.equal(found(query)[0], 'juminhyo', query);
    for (const query of ['tenkyo', 'tennkyo']) assert.equal(found(query)[0], 'tenkyo', query);
    for (const query of ['qwxzv', 'abcde', 'the']) assert.deepEqual(found(query), [], query);
  });

  it('finds nothing and offers nothing where most of what was asked is not known', () => {
    for (const query of ['宇宙旅行を登録', 'ぺぺぺ犬', 'プールをやめる', 'ふがふが', 'あいうえおかき', 'ghxqzwv', '財布がほしい']) {
      assert.deepEqual(asked.find(query), [], query);
      assert.deepEqual(asked.similar(query, 5), [], query);
    }
  });

  it('takes what stands last of a phrase as what is asked for, whosever it is', () => {
    assert.equal(asked.find('マンション 祖父の水道')[0]?.entry.id, 'suido');
    assert.deepEqual(asked.find('マンション 水道の歴史'), []);
  });

  it('offers what is meant by three kanji of which one was chosen wrongly, alone and among other words', () => {
    for (const query of ['住民標', '住民評', 'コンビニ 住民標']) {
      assert.deepEqual(found(query), [], query);
      assert.deepEqual(index.similar(query, 3).map((one) => one.id), ['juminhyo'], query);
    }
    for (const query of ['市民標', '民住票']) assert.deepEqual(index.similar(query, 3), [], query);
  });

  it('offers a name that differs by a slip before parts of it that are common', () => {
    assert.deepEqual(found('住民標の写し'), []);
    assert.deepEqual(index.similar('住民標の写し', 3).map((one) => one.id), ['juminhyo']);
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

describe('A word in Latin letters', () => {
  it('is read however Japanese is spelled in them: on signs, with a keyboard, with marks', () => {
    const read = {
      juminhyo: 'じゅみんひょ', 'jūminhyō': 'じゅみんひょ', tenkyo: 'てんきょ', tennkyo: 'てんきょ', tennyuu: 'てんにゅう', 'ju-minhyo': 'じゅみんひょ',
      konna: 'こんな', kampo: 'かんぽ', matcha: 'まっちゃ', "ken'in": 'けんいん', 'ken’in': 'けんいん', syussei: 'しゅっせい', hon: 'ほん',
    };
    for (const word of Object.keys(read)) assert.equal(kanaOf(word), read[word], word);
  });

  it('is nothing where it is no Japanese', () => {
    for (const word of ['hello', 'pdf', 'xyz', 'covid19']) assert.equal(kanaOf(word), undefined, word);
  });
});
