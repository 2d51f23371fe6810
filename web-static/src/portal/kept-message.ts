import { site } from '../app/site.ts';

const PREFIX = 'message:';
/** A tab that a browser opens again days later starts without. */
const LASTS = 12 * 3600 * 1000;

/** What somebody typed and has not sent, and whose it is. */
interface KeptMessage {
  by: string;
  at: number;
  text: string;
}

/** Keeps what is typed about an application for this tab alone; an empty text forgets it. A terminal keeps nothing. */
export function keepMessage(applicationId: string, by: string, text: string): void {
  if (site.kiosk || by === '') return;
  try {
    if (text === '') sessionStorage.removeItem(PREFIX + applicationId);
    else sessionStorage.setItem(PREFIX + applicationId, JSON.stringify({ by, at: Date.now(), text }));
  } catch {
    // Storage is shut off: then the text lives as long as the page.
  }
}

/** What the same person had typed about it; anybody else's is forgotten. */
export function keptMessage(applicationId: string, by: string): string {
  forgetMessages(by);
  try {
    const text = sessionStorage.getItem(PREFIX + applicationId);
    return text === null ? '' : (JSON.parse(text) as KeptMessage).text;
  } catch {
    return '';
  }
}

/** Forgets what anybody but one typed, and what is too old; everything without one. */
export function forgetMessages(by?: string): void {
  try {
    Object.keys(sessionStorage)
      .filter((key) => key.indexOf(PREFIX) === 0 && !stays(sessionStorage.getItem(key), by))
      .forEach((key) => sessionStorage.removeItem(key));
  } catch {
    // Nothing was kept.
  }
}

function stays(text: string | null, by: string | undefined): boolean {
  try {
    const kept = JSON.parse(text ?? '') as KeptMessage;
    return kept.by === by && Date.now() - kept.at < LASTS;
  } catch {
    return false;
  }
}
