import { dateTime } from '../app/words.ts';
import { HAPPENED } from './happened.ts';
import type { TimelineEntry } from '../app/types.ts';

/** What happened to an application, oldest first. */
export function Timeline(props: { entries: TimelineEntry[] }) {
  return (
    <ol class="timeline">
      {props.entries.map((entry) => (
        <li key={entry.at + entry.type} class={'timeline-' + entry.type.toLowerCase()}>
          <p class="timeline-what">{HAPPENED[entry.type]}</p>
          <p class="small">
            {dateTime(entry.at)}
            {entry.by ? '　' + entry.by : ''}
          </p>
          {entry.reason && <p class="timeline-reason">{entry.reason}</p>}
        </li>
      ))}
    </ol>
  );
}
