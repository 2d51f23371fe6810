import { dateTime } from '../app/words.ts';
import { HAPPENED } from './happened.ts';
import type { TimelineEntry } from '../app/types.ts';

/** What happened beside the application itself, in words. */
export interface Happening {
  at: string;
  what: string;
  by?: string | undefined;
  about: string;
}

/** What happened to an application, oldest first. */
export function Timeline(props: { entries: TimelineEntry[]; beside?: Happening[] }) {
  const entries = props.entries.map(({ type, at, by, reason }) => ({ type: type.toLowerCase(), at, what: HAPPENED[type], by, about: reason }));
  const beside = (props.beside ?? []).map((one) => ({ type: 'beside', ...one }));
  // What happened at the same moment stays in the order in which it was given.
  const all = [...entries, ...beside].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return (
    <ol class="timeline">
      {all.map((entry) => (
        <li key={entry.at + entry.type + entry.what} class={'timeline-' + entry.type}>
          <p class="timeline-what">{entry.what}</p>
          <p class="small">
            {dateTime(entry.at)}
            {entry.by ? '　' + entry.by : ''}
          </p>
          {entry.about && <p class="timeline-reason">{entry.about}</p>}
        </li>
      ))}
    </ol>
  );
}
