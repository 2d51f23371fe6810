import { beforeStaffSignOut, whenStaffSignedIn } from '../console/session.ts';
import type { CaseAction } from '../app/types.ts';

const PREFIX = 'reason:';
/** A tab that a browser opens again days later starts without. */
const LASTS = 12 * 3600 * 1000;

/** What a clerk had typed for a decision, and whose it is. */
export interface KeptReason {
  /** Id of the member of staff. */
  by: string;
  at: number;
  action: CaseAction;
  reason: string;
  fields: string[];
}

/**
 * A reason that is typed and not sent, kept by the browser for this tab alone, so that a session that ends takes it from nobody. It
 * ends when the decision is done or given up, by signing out, and when somebody else signs in.
 */
export function keepReason(applicationId: string, kept: Omit<KeptReason, 'at'>): void {
  try {
    sessionStorage.setItem(PREFIX + applicationId, JSON.stringify({ ...kept, at: Date.now() }));
  } catch {
    // Storage is shut off: then the reason lives as long as the page.
  }
}

export function forgetReason(applicationId: string): void {
  try {
    sessionStorage.removeItem(PREFIX + applicationId);
  } catch {
    // Nothing was kept.
  }
}

/** What the same person had typed for this case; anybody else's is forgotten. */
export function keptReason(applicationId: string, by: string): KeptReason | null {
  try {
    const text = sessionStorage.getItem(PREFIX + applicationId);
    const kept = text === null ? null : (JSON.parse(text) as KeptReason);
    if (kept === null) return null;
    if (kept.by === by && Date.now() - kept.at < LASTS) return kept;
  } catch {
    // Shut off, or of another version.
  }
  forgetReason(applicationId);
  return null;
}

function forgetUnless(stays: (kept: KeptReason) => boolean): void {
  try {
    Object.keys(sessionStorage)
      .filter((key) => key.indexOf(PREFIX) === 0 && !stays(JSON.parse(sessionStorage.getItem(key)!) as KeptReason))
      .forEach((key) => sessionStorage.removeItem(key));
  } catch {
    // Nothing was kept.
  }
}

beforeStaffSignOut(() => forgetUnless(() => false));
whenStaffSignedIn((staffId) => forgetUnless(({ by }) => by === staffId));
