import { today } from '../app/words.ts';
import { DayInput, useDays } from '../ui/day-input.tsx';

export type Span = { first: string; last: string };

/** Which days are looked at. */
export function Days(props: { span: Span; onSpan: (span: Span) => void; see: string }) {
  const days = useDays<'first' | 'last'>('ledger-', props.span);
  const month = () => {
    const read = days.read();
    if (read === null) return;
    const first = (read.first ?? today()).slice(0, 8) + '01';
    const [year, of] = first.split('-').map(Number);
    props.onSpan({ first, last: new Date(Date.UTC(year!, of!, 0)).toISOString().slice(0, 10) });
  };
  return (
    <form
      class="b-panel no-print"
      onSubmit={(event) => {
        event.preventDefault();
        const read = days.read();
        if (read !== null) props.onSpan({ first: read.first ?? today(), last: read.last ?? read.first ?? today() });
      }}
    >
      <DayInput key={'f' + props.span.first} label="最初の日" {...days.input('first')} value={props.span.first} text={undefined} />
      <DayInput key={'l' + props.span.last} label="最後の日（31日分まで）" {...days.input('last')} value={props.span.last} text={undefined} />
      <p class="button-row">
        <button type="submit" class="button">
          {props.see}
        </button>
        <button type="button" class="button" onClick={month}>
          最初の日の月をすべて見る
        </button>
      </p>
    </form>
  );
}
