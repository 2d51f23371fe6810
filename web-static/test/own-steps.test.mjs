import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { load } from './load.mjs';

const NOW = 1_000_000;
const { ownStep, withOwnSteps } = await load('staff/own-steps.ts');

let drawn = 0;

/** A case of its own division, so that the steps of one test stand on no list of another. */
function row(divisionId, minute, more = {}) {
  return {
    applicationId: 'id-' + ++drawn, version: 1, receiptNumber: '1', procedureId: 'p', procedureName: 'p', state: 'SUBMITTED', applicantName: 'n',
    arrivedAt: `2026-11-24T00:0${minute}:00.000Z`, receivedOn: '2026-11-24', divisionId, dueOn: '2026-11-27', overdue: false, holds: [], untold: false, unread: false,
    ...more,
  };
}

function decided(one, state, more = {}) {
  return { applicationId: one.applicationId, state, version: one.version + 1, overdue: false, holds: [], ...more };
}

/** Rows of a division as they are shown. */
function shown(divisionId, rows, state, { whole = true, later = 0 } = {}) {
  return withOwnSteps(rows, [state], whole, NOW + later).filter((one) => one.divisionId === divisionId);
}

const ids = (rows) => rows.map((one) => one.applicationId);

describe('A list that does not know yet what the clerk did', () => {
  it('no longer shows the case in the state that it left, and shows it in its new one, at its place', () => {
    const [one, two, three] = [row('a', 1), row('a', 2), row('a', 3)];
    ownStep(two, decided(two, 'ACCEPTED', { dueOn: '2026-11-30' }), NOW);
    assert.deepEqual(ids(shown('a', [one, two, three], 'SUBMITTED')), ids([one, three]));
    const [early, late] = [row('a', 1, { state: 'ACCEPTED' }), row('a', 3, { state: 'ACCEPTED' })];
    const rows = shown('a', [early, late], 'ACCEPTED');
    assert.deepEqual(ids(rows), ids([early, two, late]));
    assert.equal(rows[1].version, 2);
    assert.equal(rows[1].dueOn, '2026-11-30');
    assert.equal(rows[1].applicantName, 'n');
  });

  it('shows what a step changed that leaves the state as it is', () => {
    const one = row('b', 1);
    ownStep(one, decided(one, 'SUBMITTED', { holds: [{ kind: 'PAYMENT', since: '2026-11-24T00:00:00Z' }] }), NOW);
    const [now] = shown('b', [one], 'SUBMITTED', { whole: false });
    assert.equal(now.holds[0].kind, 'PAYMENT');
  });

  it('shows the last of several steps', () => {
    const one = row('c', 1);
    ownStep(one, decided(one, 'ACCEPTED'), NOW);
    ownStep({ ...one, version: 2, state: 'ACCEPTED' }, { ...decided(one, 'COMPLETED'), version: 3 }, NOW);
    assert.deepEqual(ids(shown('c', [one], 'SUBMITTED')), []);
    assert.deepEqual(ids(shown('c', [{ ...one, version: 2, state: 'ACCEPTED' }], 'ACCEPTED')), []);
    assert.deepEqual(ids(shown('c', [], 'COMPLETED')), [one.applicationId]);
  });

  it('leaves what stands beyond its last row to the rows that follow', () => {
    const [one, last] = [row('d', 1, { state: 'REJECTED' }), row('d', 5)];
    ownStep(last, decided(last, 'REJECTED'), NOW);
    assert.deepEqual(ids(shown('d', [one], 'REJECTED', { whole: false })), ids([one]));
    assert.deepEqual(ids(shown('d', [one], 'REJECTED')), ids([one, last]));
  });
});

describe('A list that knows more than the clerk did', () => {
  it('is believed as soon as it has the same version or a newer one', () => {
    const one = row('e', 1);
    ownStep(one, decided(one, 'RETURNED'), NOW);
    const corrected = { ...one, version: 3 };
    assert.deepEqual(shown('e', [corrected], 'SUBMITTED'), [corrected]);
  });

  it('is not believed about an older version, however late', () => {
    const one = row('g', 1);
    ownStep(one, decided(one, 'ACCEPTED'), NOW);
    assert.deepEqual(shown('g', [one], 'SUBMITTED', { later: 600_000 }), []);
  });

  it('is believed a minute later when it no longer has the case', () => {
    const one = row('f', 1);
    ownStep(one, decided(one, 'WITHDRAWN'), NOW);
    assert.deepEqual(ids(shown('f', [], 'WITHDRAWN', { later: 59_000 })), [one.applicationId]);
    assert.deepEqual(ids(shown('f', [], 'WITHDRAWN', { later: 61_000 })), []);
  });
});
