import type { ComponentChildren } from 'preact';
import type { Outcome, Problem } from '../app/api.ts';
import type { Receipt } from '../app/types.ts';
import type { Entered } from '../forms/index.ts';

/** What is different between applying and correcting. */
export interface Purpose {
  /** Path of the screen; steps are entries of the history under it. */
  path: string;
  title: string;
  submitLabel: string;
  submit: (answers: Entered, fee: number | undefined, key: string) => Promise<Outcome<Receipt>>;
  /** Where to go on instead of sending: what is to be signed is put down first. */
  sign?: (answers: Entered, fee: number | undefined) => Promise<Outcome<string>>;
  /** The request as it will be sent, to bind the key to. */
  body: (answers: Entered, fee: number | undefined) => unknown;
  /** The address that is known to be read by whoever fills this in; undefined for none. */
  confirmedAddress?: string | undefined;
  /** Whether nothing is taken in before the address is confirmed. */
  mustConfirm?: boolean;
  /** Asks the city hall before anything is sent, where that may show more than this screen knows. */
  trial?: (answers: Entered, fee: number | undefined) => Promise<Outcome<unknown>>;
  /** What somebody may do whose answers are not those of the person whom staff checked. */
  checkAgain?: ComponentChildren;
  /** Whether nothing of what a correction was asked for has changed. */
  unchanged?: () => boolean;
  returned: { reason: string; fields: string[] } | undefined;
  /** The form or the case changed under us; true when the screen tells so itself. */
  onChanged: (problem: Problem) => boolean;
  /** What stands below the questions of a step. */
  below?: (step: string) => ComponentChildren;
}
