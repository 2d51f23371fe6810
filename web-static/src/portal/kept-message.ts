import { site } from '../app/site.ts';
import { tabMemory } from '../app/tab-memory.ts';

const memory = tabMemory('message:');

/** Keeps what is typed about an application for this tab alone; an empty text forgets it. A terminal keeps nothing. */
export function keepMessage(applicationId: string, by: string, text: string): void {
  if (site.kiosk || by === '') return;
  if (text === '') memory.forget(applicationId);
  else memory.keep(applicationId, by, text);
}

/** What the same person had typed about it; anybody else's is forgotten. */
export function keptMessage(applicationId: string, by: string): string {
  memory.forgetOthers(by);
  const text = memory.kept(applicationId, by);
  return typeof text === 'string' ? text : '';
}

/** Forgets what anybody but one typed, and what is too old; everything without one. */
export function forgetMessages(by?: string): void {
  memory.forgetOthers(by);
}
