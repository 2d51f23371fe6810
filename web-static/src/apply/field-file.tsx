import { useEffect, useReducer, useRef, useState } from 'preact/hooks';
import { megabytes } from '../app/file-size.ts';
import { site } from '../app/site.ts';
import type { Upload } from '../app/types.ts';
import { FILE_KINDS } from '../forms/index.ts';
import type { Asking, FieldProps } from './asking.ts';
import { elementId, type FieldJson } from './definition.ts';
import { chosen, discard, lookUp, pause, sendFile, sendingOf, setSending, takeBack, type Sending } from './files.ts';
import { ariaOf, FieldSet } from './frame.tsx';

const TYPES: Record<string, string> = { pdf: 'application/pdf', jpeg: 'image/jpeg', png: 'image/png' };
/** How long after a file arrived its scan is asked for, in milliseconds: it takes seconds. */
const LOOKS = [2000, 3000, 5000, 10000, 20000, 40000];

/** Files: chosen or photographed, sent at once, in an order of one's own. An answer names those that arrived. */
export function FileInput(props: FieldProps) {
  const { field, path, asking } = props;
  const { files } = asking;
  if (files !== undefined && !site.kiosk) return <Sendable {...props} files={files} />;
  return (
    <FieldSet field={field} path={path} asking={asking}>
      <p class="hint">{site.kiosk ? asking.say('screen.file.kiosk') : hint(field, asking)}</p>
    </FieldSet>
  );
}

function hint(field: FieldJson, asking: Asking): string {
  const kinds = kindsOf(field).join(asking.say('screen.file.or')).toUpperCase();
  return asking.say('screen.file.hint', { kinds, max: maxOf(field) });
}

function Sendable(props: FieldProps & { files: NonNullable<Asking['files']> }) {
  const { field, path, value, asking, files } = props;
  const { say } = asking;
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  const latest = useRef<string[]>([]);
  latest.current = Array.isArray(value) ? (value as string[]) : [];
  const here = useRef(true);
  /** Names of what was chosen and had no room. */
  const [left, setLeft] = useState<string[]>([]);
  const draft = files.draft;
  const choice = elementId(path) + '-file';
  const sending = sendingOf(draft, path);

  const answer = (ids: string[]) => {
    latest.current = ids;
    props.change(ids.length === 0 ? undefined : ids);
  };

  const know = (found: Upload[]) => {
    found.forEach((one) => files.know(one));
    if (here.current) redraw(0);
  };

  /** Asks for the scan's word until it has come for all, and says so in the list. */
  const watch = async () => {
    for (const wait of LOOKS) {
      const open = latest.current.filter((id) => files.known(id) === undefined || files.known(id)!.state === 'WAITING');
      if (!here.current || open.length === 0) return;
      know(await lookUp(draft, open));
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  };

  useEffect(() => {
    here.current = true;
    void watch();
    const backOnline = () => inTurn(sendingOf(draft, path).filter((one) => one.problem?.code === 'network'));
    window.addEventListener('online', backOnline);
    return () => {
      window.removeEventListener('online', backOnline);
      // Nobody would see how it ends; it goes on where it was from here.
      here.current = false;
      sendingOf(draft, path).forEach(pause);
    };
  }, []);

  const start = async (one: Sending) => {
    const arrived = await sendFile(draft, one, () => here.current && redraw(0));
    if (arrived === null || !here.current) return;
    setSending(draft, path, sendingOf(draft, path).filter((other) => other !== one));
    files.know(arrived);
    answer(latest.current.concat(arrived.fileId));
    void watch();
  };

  /** One after the other: over a poor line two would both break. */
  const inTurn = (some: Sending[]) => void some.reduce((before, one) => before.then(() => start(one)), Promise.resolve());

  const add = (list: FileList | null) => {
    const room = Math.max(maxOf(field) - latest.current.length - sending.length, 0);
    const all = Array.from(list ?? []);
    const taken = all.slice(0, room).map(chosen);
    setLeft(all.slice(room).map((file) => file.name));
    // The button that was pressed goes with the last place.
    if (taken.length === room) setTimeout(() => document.getElementById(choice + 's')?.focus());
    setSending(draft, path, sending.concat(taken));
    redraw(0);
    inTurn(taken);
  };

  /** What was pressed is gone. */
  const focusChoice = () => setTimeout(() => document.getElementById(choice)?.focus());

  const drop = (id: string) => {
    answer(latest.current.filter((one) => one !== id));
    focusChoice();
    // What was sent in before stays there: the city hall takes back only what was not.
    void takeBack(draft, id);
  };

  const up = (index: number) => {
    const ids = latest.current.slice();
    ids.splice(index - 1, 0, ids.splice(index, 1)[0]!);
    answer(ids);
  };

  const full = latest.current.length + sending.length >= maxOf(field);
  return (
    <FieldSet field={field} path={path} asking={asking}>
      <p class="hint">{hint(field, asking)}</p>
      <ul class="plain file-list" aria-live="polite" id={choice + 's'} tabIndex={-1}>
        {latest.current.map((id, index) => (
          <li class="file-row" key={id}>
            <FileName known={files.known(id)} say={say} />
            <span class="file-actions">
              {index > 0 && (
                <button type="button" class="as-link" onClick={() => up(index)}>
                  {say('screen.file.up')}
                  <span class="visually-hidden">{nameOf(files.known(id))}</span>
                </button>
              )}
              <button type="button" class="as-link" onClick={() => drop(id)}>
                {say('screen.file.remove')}
                <span class="visually-hidden">{nameOf(files.known(id))}</span>
              </button>
            </span>
          </li>
        ))}
        {sending.map((one) => (
          <SendingRow
            key={one.key}
            one={one}
            say={say}
            onPause={() => {
              pause(one);
              redraw(0);
            }}
            onGoOn={() => void start(one)}
            onDiscard={() => {
              discard(draft, one);
              setSending(draft, path, sendingOf(draft, path).filter((other) => other !== one));
              redraw(0);
              focusChoice();
            }}
          />
        ))}
      </ul>
      {left.length > 0 && (
        <p class="mistake" role="alert">
          ＊{say('screen.file.left', { names: left.join('、'), max: maxOf(field) })}
        </p>
      )}
      {full ? (
        <p class="hint">{say('screen.file.full', { max: maxOf(field) })}</p>
      ) : (
        <p class="file-choose">
          <Choose {...props} id={choice} label={say('screen.file.choose')} onFiles={add} multiple />
          {kindsOf(field).indexOf('jpeg') >= 0 && matchMedia('(pointer: coarse)').matches && (
            <Choose {...props} id={elementId(path) + '-camera'} label={say('screen.file.camera')} onFiles={add} camera />
          )}
        </p>
      )}
    </FieldSet>
  );
}

function maxOf(field: FieldJson): number {
  return typeof field.max === 'number' ? field.max : 1;
}

function kindsOf(field: FieldJson): string[] {
  return field.accept ?? FILE_KINDS;
}

function nameOf(known: Upload | undefined): string {
  return known === undefined ? '' : `（${known.name}）`;
}

/** A file that arrived, and what the scan says of it. */
function FileName(props: { known: Upload | undefined; say: FieldProps['asking']['say'] }) {
  const { known, say } = props;
  if (known === undefined) return <span class="file-name">{say('screen.file.looking')}</span>;
  return (
    <span class="file-name">
      {known.name}
      <span class="file-size">（{megabytes(known.size)}）</span>
      {known.message === undefined ? (
        <span class="file-state">{say(known.state === 'CLEAN' ? 'screen.file.clean' : 'screen.file.waiting')}</span>
      ) : (
        <span class="mistake">＊{known.message}</span>
      )}
    </span>
  );
}

function SendingRow(props: {
  one: Sending;
  say: FieldProps['asking']['say'];
  onPause: () => void;
  onGoOn: () => void;
  onDiscard: () => void;
}) {
  const { one, say } = props;
  // The whole of it is on its way before it is there.
  const percent = one.file.size === 0 ? 0 : Math.min(99, Math.floor((one.sent * 100) / one.file.size));
  return (
    <li class="file-row">
      <span class="file-name">
        {one.file.name}
        <span class="file-size">（{megabytes(one.file.size)}）</span>
        <progress max={100} value={percent} aria-label={one.file.name} />
        <span class="file-state">{say(one.paused ? 'screen.file.stopped' : 'screen.file.sending', { percent })}</span>
        {one.problem !== null && (
          <span class="mistake" role="alert">
            ＊{one.problem.title}
            {one.problem.detail}
          </span>
        )}
      </span>
      <span class="file-actions">
        {!one.paused && (
          <button type="button" class="as-link" onClick={props.onPause}>
            {say('screen.file.pause')}
          </button>
        )}
        {one.paused && (one.fileId !== null || one.problem === null || one.problem.code === 'network') && (
          <button type="button" class="as-link" onClick={props.onGoOn}>
            {say('screen.file.goOn')}
          </button>
        )}
        <button type="button" class="as-link" onClick={props.onDiscard}>
          {say('screen.file.remove')}
          <span class="visually-hidden">（{one.file.name}）</span>
        </button>
      </span>
    </li>
  );
}

function Choose(
  props: FieldProps & { id: string; label: string; onFiles: (list: FileList | null) => void; multiple?: boolean; camera?: boolean },
) {
  const { field, path, asking, id, camera } = props;
  return (
    <label class="button file-button" for={id}>
      {props.label}
      <input
        {...ariaOf(path, field, asking)}
        id={id}
        class="visually-hidden"
        type="file"
        multiple={props.multiple === true && maxOf(field) > 1}
        accept={camera ? 'image/jpeg' : kindsOf(field).map((kind) => TYPES[kind]).join(',')}
        {...(camera ? { capture: 'environment' } : {})}
        onChange={(event) => {
          const { files } = event.currentTarget;
          props.onFiles(files);
          // The same file can be chosen again.
          event.currentTarget.value = '';
        }}
      />
    </label>
  );
}
