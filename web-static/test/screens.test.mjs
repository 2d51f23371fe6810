import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { load } from './load.mjs';

globalThis.window = { addEventListener() {} };
globalThis.document = { addEventListener() {} };
globalThis.location = { pathname: '/', search: '', hash: '', origin: 'https://city.example' };
const router = await load('app/router.ts');
const words = await load('app/words.ts');
const draft = await load('apply/draft.ts');

describe('A path', () => {
  it('fits its template and gives the parameters, decoded', () => {
    assert.deepEqual(router.match('/applications/{applicationId}', '/applications/a%2Fb'), { applicationId: 'a/b' });
    assert.deepEqual(router.match('/', '/'), {});
    assert.deepEqual(router.match('/applications', '/applications/'), {});
  });

  it('does not fit another length, an empty parameter or a broken escape', () => {
    assert.equal(router.match('/applications/{applicationId}', '/applications'), null);
    assert.equal(router.match('/applications/{applicationId}', '/applications//'), null);
    assert.equal(router.match('/apply/{procedureId}', '/apply/%E3%81'), null);
  });

  it('is made with its parameters escaped', () => {
    assert.equal(router.pathOf('/procedures/{procedureId}', { procedureId: 'a/b' }), '/procedures/a%2Fb');
  });
});

describe('Words', () => {
  it('say an instant in Japanese time, whatever the machine believes', () => {
    assert.equal(words.dateTime('2026-11-23T15:04:00Z'), '2026年11月24日 0時04分');
  });

  it('say a day with its weekday', () => {
    assert.equal(words.day('2026-11-24'), '2026年11月24日（火）');
  });

  it('group a receipt number by four and money by three', () => {
    assert.equal(words.receiptNumber('123456789012'), '1234-5678-9012');
    assert.equal(words.yen(1234567), '1,234,567円');
    assert.equal(words.yen(300), '300円');
  });
});

describe('The idempotency key', () => {
  it('stays the same for the same wish, so that a retry cannot apply twice', () => {
    const one = draft.startDraft('a', {}, {});
    const key = draft.keyFor(one, { copies: 1 });
    assert.match(key, /^[A-Za-z0-9_-]{8,64}$/);
    assert.equal(draft.keyFor(one, { copies: 1 }), key);
  });

  it('changes with the wish, so that a corrected wish is not taken for the old one', () => {
    const one = draft.startDraft('b', {}, {});
    const key = draft.keyFor(one, { copies: 1 });
    assert.notEqual(draft.keyFor(one, { copies: 2 }), key);
  });
});

describe('A draft', () => {
  it('counts as unsent from the first change until its receipt', () => {
    const one = draft.startDraft('c', {}, {});
    assert.equal(draft.hasUnsent(), false);
    one.touched = true;
    assert.equal(draft.hasUnsent(), true);
    one.receipt = {};
    assert.equal(draft.hasUnsent(), false);
  });
});
