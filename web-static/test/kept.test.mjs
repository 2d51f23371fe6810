// What a member of staff has typed into a form and not sent: whom it stays with, and when it goes.
import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { load } from './load.mjs';

class Storage {
  getItem(key) {
    return Object.hasOwn(this, key) ? this[key] : null;
  }
  setItem(key, value) {
    this[key] = value;
  }
  removeItem(key) {
    delete this[key];
  }
}

globalThis.window = globalThis;
globalThis.document = { documentElement: { dataset: {} }, cookie: '' };
globalThis.location = { pathname: '/', search: '', hash: '', replace() {} };
globalThis.history = { state: null, replaceState() {}, pushState() {} };
// The server does not answer: what is kept goes all the same.
globalThis.fetch = () => Promise.reject(new TypeError('no network'));
globalThis.sessionStorage = new Storage();

const { forgetTyped, keepTyped, keptForms, keptTyped, setStaffSession, signOutStaff, staffSessionEnded } = await load('../test/kept-of-staff.ts');

const signedIn = (id) => setStaffSession({ level: 'signed-in', staffId: id, name: '佐藤　花子', roles: [], divisions: [], idleSeconds: 900, endsAt: '2026-12-01T00:00:00Z' });
const typed = () => keepTyped('case:1', { action: 'RETURN', reason: '住所を確かめてください。', fields: ['address'] });

describe('What is typed and not sent', () => {
  beforeEach(() => {
    globalThis.sessionStorage = new Storage();
    signedIn('sato-1');
    typed();
  });

  it('is erased when its author signs out, even when the server cannot be reached', async () => {
    const leaving = signOutStaff();
    assert.deepEqual(Object.keys(sessionStorage), [], 'before anything is asked of the server');
    await leaving;
    signedIn('sato-1');
    assert.equal(keptTyped('case:1'), null);
  });

  it('is there again for the same person after a session that has expired', () => {
    staffSessionEnded();
    assert.equal(Object.keys(sessionStorage).length, 1);
    signedIn('sato-1');
    assert.equal(keptTyped('case:1').reason, '住所を確かめてください。');
  });

  it('is erased when somebody else signs in after it has expired, also one of the same name, in every form', () => {
    keepTyped('division:', { name: '新しい課' });
    staffSessionEnded();
    signedIn('sato-2');
    assert.deepEqual(Object.keys(sessionStorage), []);
    signedIn('sato-1');
    assert.equal(keptTyped('case:1'), null);
  });

  it('leaves what other parts of the site keep in the tab', async () => {
    sessionStorage.setItem('typed', '{}');
    await signOutStaff();
    assert.deepEqual(Object.keys(sessionStorage), ['typed']);
  });

  it('is told form by form, with what was emptied, until it is sent or given up', () => {
    keepTyped('division:shimin', { name: undefined, phone: '0133' });
    assert.deepEqual(keptForms('division:'), ['division:shimin']);
    assert.deepEqual(keptTyped('division:shimin'), { name: undefined, phone: '0133' });
    forgetTyped('division:shimin');
    assert.deepEqual(keptForms('division:'), []);
    assert.notEqual(keptTyped('case:1'), null);
  });

  it('is kept for nobody who is not signed in', () => {
    staffSessionEnded();
    keepTyped('case:2', { reason: 'だれのものでもない' });
    assert.deepEqual(keptForms('case:2'), []);
  });

  it('goes after half a day', (test) => {
    test.mock.timers.enable({ apis: ['Date'], now: Date.now() + 13 * 3600 * 1000 });
    assert.equal(keptTyped('case:1'), null);
    assert.deepEqual(Object.keys(sessionStorage), []);
  });
});
