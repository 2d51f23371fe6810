import { resident, type Outcome, type Problem } from '../app/api.ts';
import { observed } from '../app/observed.ts';
import { here } from '../app/router.ts';
import { refreshSession } from '../app/session.ts';
import { site } from '../app/site.ts';
import type { Visit } from '../app/types.ts';
import { draw, keep, kept, prove } from './terminal-key.ts';

/** `refused`: this browser has a key, but the city hall does not count it as a terminal (any more). */
export type Standing =
  | { status: 'loading' }
  | { status: 'unregistered'; refused: boolean }
  | { status: 'failed'; problem: Problem }
  | { status: 'ready'; visit: Visit };

const standing = observed<Standing>({ status: 'loading' });
/** When the visit began, in milliseconds of this machine's clock. */
let begunAt = 0;

export const useStanding = standing.use;

function set(next: Standing): void {
  site.attested = next.status === 'ready' && next.visit.attested;
  standing.set(next);
}

export function visitAge(): number {
  return Date.now() - begunAt;
}

/** Whoever comes back from a sign-in goes on with their visit; everybody else begins a new one, which ends the last. */
export async function arrive(): Promise<void> {
  if (here().path !== '/') {
    const going = await resident('readVisit');
    if (going.ok) {
      begunAt = Date.now();
      set({ status: 'ready', visit: going.value });
      return refreshSession();
    }
  }
  await begin();
}

/** Proves that this browser is a terminal, and begins a visit. */
export async function begin(): Promise<void> {
  const key = await kept();
  if (key === undefined) return set({ status: 'unregistered', refused: false });
  const begun = await proven(key.privateKey, (proof) =>
    resident('beginVisit', { body: { terminalId: key.terminalId, proof } }),
  );
  if (begun.ok) {
    begunAt = Date.now();
    set({ status: 'ready', visit: begun.value });
    return refreshSession();
  }
  if (begun.problem.code === 'terminal-refused') return set({ status: 'unregistered', refused: true });
  // A screen that stands is left alone: the next try may do better.
  if (standing.get().status !== 'ready') set({ status: 'failed', problem: begun.problem });
}

/** Makes this browser the terminal that a code was told for. The key is kept only when the city hall knows it. */
export async function enrol(code: string): Promise<Problem | null> {
  const { privateKey, jwk } = await draw();
  const enrolled = await proven(privateKey, (proof) => resident('enrolTerminal', { body: { code, key: jwk, proof } }));
  if (!enrolled.ok) return enrolled.problem;
  await keep({ terminalId: enrolled.value.terminalId, privateKey });
  await begin();
  return null;
}

/** Keeps the visit alive on the server while somebody types; false when it has ended there. */
export async function stillGoing(): Promise<boolean> {
  const going = await resident('readVisit');
  return going.ok || going.problem.status !== 403;
}

/** Waits for staff to check who the visitor is, somebody else than before if `again`, or (without a procedure) gives up. */
export async function awaitCheck(procedureId?: string, again = false): Promise<Outcome<Visit>> {
  const body = { ...(procedureId === undefined ? {} : { procedureId }), ...(again ? { again } : {}) };
  return told(await resident('awaitCheck', { body }));
}

/** What the city hall knows of the visit now. */
export async function look(): Promise<Outcome<Visit>> {
  return told(await resident('readVisit'));
}

function told(outcome: Outcome<Visit>): Outcome<Visit> {
  if (outcome.ok) set({ status: 'ready', visit: outcome.value });
  return outcome;
}

async function proven<V>(privateKey: CryptoKey, send: (proof: string) => Promise<Outcome<V>>): Promise<Outcome<V>> {
  const drawn = await resident('drawChallenge');
  return drawn.ok ? send(await prove(privateKey, drawn.value.challenge)) : drawn;
}
