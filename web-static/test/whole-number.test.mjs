import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { load } from './load.mjs';

const { COUNTERS, readWhole } = await load('console/whole-number.ts');

describe('A whole number that is typed in the console', () => {
  it('is read as people write it, with what is counted behind it', () => {
    for (const typed of ['2', '２', ' ２ ', '２件', '２人', '2名', '２　件', '002', '2組']) assert.equal(readWhole(typed, COUNTERS), 2, typed);
    for (const typed of ['1,000', '１，０００', '1、000件']) assert.equal(readWhole(typed, COUNTERS), 1000, typed);
    assert.equal(readWhole('10開庁日', ['日', '開庁日']), 10);
    assert.equal(readWhole('¥1,000-'), 1000);
    assert.equal(readWhole('300円'), 300);
  });

  it('is none where it is of something else, not whole, or more than any setting takes', () => {
    for (const typed of ['', '約2件', '2.5', '2〜3', '300円', '二件', '2e3', '1000000000']) assert.equal(readWhole(typed, COUNTERS), null, typed);
    assert.equal(readWhole('2件'), null);
  });
});
