import type { ComponentChildren, VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Outcome } from '../app/api.ts';
import { dateTime } from '../app/words.ts';
import { keptTyped } from '../console/kept.ts';
import { useStaffLoad } from '../console/load.ts';
import { useSaving } from '../console/saving.tsx';
import { Heading } from '../ui/heading.tsx';
import { Notice, Show } from '../ui/notices.tsx';

/** Something that comes by a secret of its own, told once when it is registered or renewed. */
interface Row {
  name: string;
  revision: number;
  history: { at: string; what: string; byName?: string }[];
}

type Done<S> = (name: string, saved: S) => void;

/** The list of what is registered, and the form that adds to it. */
export function Registered<L, R extends Row, S extends { revision: number }>(props: {
  /** The form that adds to it, as what is typed into it is kept. */
  typing: string;
  list: () => Promise<Outcome<L>>;
  title: string;
  caption: string;
  /** What else there is to know, below the heading. */
  more?: VNode;
  /** What the button says that opens the form. */
  add: string;
  none: string;
  rows: (shown: L) => R[];
  id: (of: R) => string;
  out: (of: R) => boolean;
  row: (one: R, shown: L, done: Done<S>) => VNode;
  form: (shown: L, saved: Done<S>, cancelled: () => void) => VNode;
  /** What was done; a secret is told here and never again. */
  told: (name: string, saved: S) => VNode;
}) {
  const { loaded, reload } = useStaffLoad('registered', props.list);
  const [adding, setAdding] = useState(() => keptTyped(props.typing) !== null);
  const [told, setTold] = useState<{ name: string; saved: S; turn: number } | null>(null);
  const done: Done<S> = (name, saved) => {
    setAdding(false);
    setTold((before) => ({ name, saved, turn: (before?.turn ?? 0) + 1 }));
    reload();
  };
  // Those that are out of use last, otherwise by name.
  const rank = (one: R) => (props.out(one) ? '1' : '0') + one.name;
  return (
    <>
      <Heading title={props.title} caption={props.caption} />
      {props.more}
      {told && <div key={told.turn}>{props.told(told.name, told.saved)}</div>}
      <Show loaded={loaded} retry={reload}>
        {(shown) => {
          const rows = props.rows(shown);
          return (
            <>
              {adding ? (
                props.form(shown, done, () => setAdding(false))
              ) : (
                <p>
                  <button
                    type="button"
                    class="button button-main"
                    onClick={() => {
                      setTold(null);
                      setAdding(true);
                    }}
                  >
                    {props.add}
                  </button>
                </p>
              )}
              {rows.length === 0 && <p>{props.none}</p>}
              <ul class="plain">
                {rows
                  .slice()
                  .sort((a, b) => (rank(a) < rank(b) ? -1 : 1))
                  .map((one) => (
                    <li key={props.id(one)}>{props.row(one, shown, done)}</li>
                  ))}
              </ul>
            </>
          );
        }}
      </Show>
    </>
  );
}

/** One of them: what it is, a new secret, an end that cannot be taken back, and its history. */
export function OneRegistered<S>(props: {
  one: Row;
  /** Where it stands, in words. */
  state: string;
  out: boolean;
  revoked: boolean;
  /** What its secret is called, e.g. 鍵. */
  secret: string;
  /** What renewing and revoking mean for who uses it now. */
  renewing: string;
  revoking: string;
  change: (what: 'renew' | 'revoke', revision: number, key: string) => Promise<Outcome<S>>;
  done: Done<S>;
  happened: Record<string, string>;
  children: ComponentChildren;
}) {
  const { one, secret } = props;
  const [asking, setAsking] = useState<'renew' | 'revoke' | null>(null);
  const { save, sending, told } = useSaving();
  const run = (what: 'renew' | 'revoke') =>
    save(
      (key) => props.change(what, one.revision, key),
      (saved) => {
        setAsking(null);
        props.done(one.name, saved);
      },
    );
  return (
    <>
      <h2>
        {one.name}　<span class={props.out ? 'overdue-mark' : 'badge'}>{props.state}</span>
      </h2>
      {props.children}
      {told}
      {asking !== null && (
        <Notice
          kind="warning"
          title={asking === 'revoke' ? `${one.name}を失効させますか。` : `${one.name}の${secret}を再発行しますか。`}
          focus
        >
          <p>{asking === 'revoke' ? props.revoking + '元に戻すことはできません。' : props.renewing}</p>
          <p class="button-row">
            <button type="button" class="button button-danger" aria-disabled={sending} onClick={() => void run(asking)}>
              {asking === 'revoke' ? '失効させる' : '再発行する'}
            </button>
            <button type="button" class="button" onClick={() => setAsking(null)}>
              やめる
            </button>
          </p>
        </Notice>
      )}
      {!props.revoked && asking === null && (
        <p class="button-row">
          <button
            type="button"
            class="button"
            aria-label={`${one.name}の${secret}を再発行する`}
            onClick={() => setAsking('renew')}
          >
            {secret}を再発行する
          </button>
          <button
            type="button"
            class="button button-danger"
            aria-label={one.name + 'を失効させる'}
            onClick={() => setAsking('revoke')}
          >
            失効させる
          </button>
        </p>
      )}
      <details>
        <summary>{one.name}の履歴</summary>
        <ul>
          {one.history.map((entry) => (
            <li key={entry.at + entry.what}>
              {dateTime(entry.at)}　{props.happened[entry.what]}
              {entry.byName !== undefined && `（${entry.byName}）`}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

/** Which of several things hold, by checks. */
export function chosen(all: string[], one: string, checked: boolean): string[] {
  return all.filter((other) => other !== one).concat(checked ? [one] : []);
}
