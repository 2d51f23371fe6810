import { minutesOf, timeOf } from '../forms/index.ts';
import { elementId } from './definition.ts';
import type { FieldProps } from './asking.ts';
import { FieldSet } from './frame.tsx';

/** A time as 時・分, of which only what the form takes is offered. Half of it is kept as chosen, which the check refuses. */
export function TimeInput(props: FieldProps) {
  const { field, path, value, change, asking } = props;
  const [hour = '', minute = ''] = typeof value === 'string' ? value.split(':') : [];
  const times = offered(field.min, field.max, field.step ?? 1);
  const hours = distinct(times.map((time) => time.slice(0, 2)));
  // Before an hour is chosen, every minute of any hour is offered.
  const ofHour = times.filter((time) => hour === '' || time.slice(0, 2) === hour);
  const minutes = distinct(ofHour.map((time) => time.slice(3))).sort();
  const set = (h: string, m: string) => change(h === '' && m === '' ? undefined : h + ':' + m);
  const part = (name: 'hour' | 'minute', chosen: string, choices: string[], pick: (entered: string) => void) => (
    <div class="date-part">
      <select
        id={elementId(path) + (name === 'hour' ? '-first' : '-minute')}
        aria-label={asking.say('screen.' + name)}
        aria-invalid={asking.mistakes[path] ? 'true' : undefined}
        value={chosen}
        onChange={(event) => pick(event.currentTarget.value)}
      >
        <option value="">--</option>
        {(choices.indexOf(chosen) >= 0 || chosen === '' ? choices : choices.concat(chosen)).map((one) => (
          <option key={one} value={one}>
            {String(Number(one))}
          </option>
        ))}
      </select>
      <span aria-hidden="true">{asking.say('screen.' + name)}</span>
    </div>
  );
  return (
    <FieldSet field={field} path={path} asking={asking}>
      <div class="date-parts">
        {part('hour', hour, hours, (h) => set(h, minute))}
        {part('minute', minute, minutes, (m) => set(hour, m))}
      </div>
    </FieldSet>
  );
}

function offered(min: unknown, max: unknown, step: number): string[] {
  const times: string[] = [];
  const last = typeof max === 'string' ? minutesOf(max) : 1439;
  for (let at = typeof min === 'string' ? minutesOf(min) : 0; at <= last; at += step) times.push(timeOf(at));
  return times;
}

function distinct(list: string[]): string[] {
  return list.filter((one, index) => list.indexOf(one) === index);
}
