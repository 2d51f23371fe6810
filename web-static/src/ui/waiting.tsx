import type { Waiting } from '../app/types.ts';
import { dayOf } from '../app/words.ts';

/** What the city waits for; so long the clock of the standard processing period stands still. */
const WAITING: Record<Waiting['kind'], string> = {
  CORRECTION: '補正待ち',
  PAYMENT: '納付待ち',
  ANSWER: '回答待ち',
  DOCUMENT: '書類待ち',
};

/** Each thing that is waited for, by its name and since when. */
export function WaitingFor(props: { holds: Waiting[] }) {
  return (
    <>
      {props.holds.map((hold, index) => (
        <span key={index}>
          {index > 0 && <br />}
          {WAITING[hold.kind]}（{dayOf(hold.since)}から）
        </span>
      ))}
    </>
  );
}
