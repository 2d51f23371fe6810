import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { load } from './load.mjs';

const { changesInWords, changesOf } = await load('staff/list-changes.ts');

const whole = (...rows) => ({ rows, whole: true });
const begun = (...rows) => ({ rows, whole: false });
const row = (applicationId, version = 1, overdue = false, unread = false) => ({ applicationId, version, overdue, unread });

describe('A newer list', () => {
  it('tells nothing where nobody would see a difference', () => assert.equal(changesOf(whole(row('a')), whole(row('a'))), null));

  it('tells how many are new, gone and other than before', () => {
    const changes = changesOf(
      whole(row('a'), row('b'), row('c'), row('d')),
      whole(row('x'), row('b', 2), row('c', 1, true), row('y'), row('d')),
    );
    assert.deepEqual(changes, { added: 2, gone: 1, changed: 2 });
    assert.equal(changesInWords(changes), '2件増えました。1件減りました。2件の内容が変わりました。');
  });

  it('tells that something was written about a case that is as it was', () =>
    assert.deepEqual(changesOf(whole(row('a')), whole(row('a', 1, false, true))), { added: 0, gone: 0, changed: 1 }));

  it('that goes on behind what was read tells nothing of what lies there', () => {
    assert.deepEqual(changesOf(begun(row('a'), row('b'), row('c')), begun(row('b'), row('c'), row('d'))), { added: 0, gone: 1, changed: 0 });
    assert.deepEqual(changesOf(begun(row('b'), row('c')), begun(row('a'), row('b'))), { added: 1, gone: 0, changed: 0 });
  });

  it('says only what there is', () => assert.equal(changesInWords({ added: 3, gone: 0, changed: 0 }), '3件増えました。'));
});
