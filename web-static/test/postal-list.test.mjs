import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { load } from './load.mjs';
import { groups, municipalities, townsOf } from '../scripts/postal-list.mjs';

const files = groups();
globalThis.window = { addEventListener() {} };
globalThis.location = { pathname: '/', search: '', hash: '', origin: 'https://city.example' };
const { told } = await load('apply/towns.ts');
const of = (code) => townsOf(files.get(code.slice(0, 3)))[code.slice(3)];

describe('the postal list', () => {
  it('gives prefecture, city and town of an ordinary code', () => {
    assert.deepEqual(of('0613206'), ['北海道', '石狩市', '花川南六条']);
    assert.deepEqual(of('0600042'), ['北海道', '札幌市中央区', '大通西']);
  });

  it('leaves the town blank where it says a range, a list or a remark', () => {
    assert.deepEqual(of('4090142'), ['山梨県', '北都留郡小菅村', '']);
    assert.deepEqual(of('0287901'), ['岩手県', '九戸郡洋野町', '']);
    assert.deepEqual(of('7614101'), ['香川県', '小豆郡土庄町', '']);
    assert.deepEqual(of('4411324'), ['愛知県', '新城市', '']);
  });

  it('offers neither of two municipalities that share a code', () => {
    for (const code of ['6180000', '4980000']) assert.deepEqual(of(code), ['', '', '']);
  });

  it('puts no remark, range or list into any town', () => {
    const odd = [];
    const offices = new Set([...files.values()].flat().filter((row) => row[0] === 'j').map((row) => row[1]));
    for (const [first, rows] of files) {
      for (const [last, [, , town]] of Object.entries(townsOf(rows))) {
        const office = offices.has(first + last);
        if (!office && /[、〜～（）()「」]|の次に|場合$|[^^]一円$|除く/.test(town)) odd.push(first + last + ' ' + town);
      }
    }
    assert.deepEqual(odd, []);
  });

  it('names the municipalities by which the server splits the address of a card', () => {
    const kept = new URL(
      '../../functions/identity/src/main/resources/jp/ishikari/link/identity/residents/municipalities.txt', import.meta.url);
    assert.equal(readFileSync(kept, 'utf8'), municipalities());
  });
});

describe('What a postal code says of the address', () => {
  const hanakawa = ['北海道', '石狩市', '花川南六条'];

  it('is an offer where the parts are empty or differ in the town only', () => {
    assert.equal(told(hanakawa, {}).kind, 'offer');
    assert.equal(told(hanakawa, { prefecture: '北海道', city: '石狩市', town: '花川南七条' }).kind, 'offer');
  });

  it('is nothing where it stands already, can not be told or is left to whoever types', () => {
    assert.equal(told(hanakawa, { prefecture: '北海道', city: '石狩市', town: '花川南六条' }).kind, 'nothing');
    assert.equal(told(undefined, { city: '石狩市' }).kind, 'nothing');
    assert.equal(told(of('4980000'), { prefecture: '三重県', city: '桑名郡木曽岬町' }).kind, 'nothing');
  });

  it('is a warning where there is no such code or another municipality stands beside it', () => {
    assert.equal(told(null, {}).kind, 'unknown');
    assert.equal(told(hanakawa, { prefecture: '北海道', city: '札幌市中央区' }).kind, 'other');
    assert.equal(told(['神奈川県', '茅ヶ崎市', ''], { prefecture: '神奈川県', city: '茅ケ崎市' }).kind, 'offer');
  });
});
