import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { load } from './load.mjs';

const { waitsFor } = await load('staff/state-words.ts');

describe('What a case is said to wait for', () => {
  it('is nothing but the decision of whoever may decide', () => {
    for (const state of ['SUBMITTED', 'ACCEPTED']) assert.equal(waitsFor(state, true), null);
  });

  it('is the correction after a return, for everybody, and whoever decides may refuse it', () => {
    assert.match(waitsFor('RETURNED', true), /補正を待っています.*却下できます/);
    assert.match(waitsFor('RETURNED', false), /補正を待っています.*見ることだけ/);
    assert.doesNotMatch(waitsFor('RETURNED', false), /却下/);
  });

  it('is told to whoever may only read as what others do', () => {
    for (const state of ['SUBMITTED', 'ACCEPTED']) assert.match(waitsFor(state, false), /見ることだけができます。審査は、審査をする職員が行います/);
  });

  it('is nothing any more when it is over', () => {
    for (const decides of [true, false]) {
      assert.match(waitsFor('WITHDRAWN', decides), /終わっています（取下げ）/);
      assert.match(waitsFor('COMPLETED', decides), /終わっています（完了）/);
    }
  });
});
