import { useLayoutEffect, useState } from 'preact/hooks';
import { Notice } from '../ui/notices.tsx';
import { forgetTyped, keepTyped, keptTyped } from './kept.ts';

/** What is typed into a form, and what its author may do with what they typed there before. */
export interface Typed<T> {
  typed: T;
  change: (some: { [K in keyof T]?: T[K] | undefined }) => void;
  /** Whether something stands there that was typed before and never sent. */
  brought: boolean;
  /** Changes when everything is as it stands again: the inputs are made anew. */
  turn: number;
  /** It was sent, or given up. */
  forget: () => void;
  erase: () => void;
}

/**
 * What is typed into a form of the console, beginning with what stands. Only what was changed is kept: when a colleague has changed
 * another field meanwhile, that stays theirs.
 */
export function useTyped<T extends object>(form: string, standing: T): Typed<T> {
  const [kept] = useState(() => keptTyped<Partial<T>>(form));
  const [typed, setTyped] = useState<T>(() => ({ ...standing, ...kept }));
  const [brought, setBrought] = useState(kept !== null);
  const [turn, setTurn] = useState(0);
  // Before the browser does anything else: whoever presses 戻る at once loses nothing.
  useLayoutEffect(() => {
    const changed = (Object.keys(typed) as (keyof T)[]).filter((name) => !same(typed[name], standing[name]));
    if (changed.length === 0) return forgetTyped(form);
    const some: Partial<T> = {};
    changed.forEach((name) => {
      some[name] = typed[name];
    });
    keepTyped(form, some);
  }, [typed]);
  return {
    typed,
    brought,
    turn,
    change: (some) => setTyped((before) => ({ ...before, ...some })),
    forget: () => forgetTyped(form),
    erase: () => {
      setTyped(standing);
      setBrought(false);
      setTurn(turn + 1);
    },
  };
}

function same(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

/** Says that what stands there was typed before, and takes it away. */
export function Brought(props: { of: Pick<Typed<unknown>, 'brought' | 'erase'> }) {
  const { brought, erase } = props.of;
  if (!brought) return null;
  return (
    <Notice kind="info" title="入力の途中だった内容を戻しました。" focus>
      <p>まだ保存されていません。続きから入力できます。</p>
      <p>
        <button type="button" class="button" onClick={erase}>
          入力を消す
        </button>
      </p>
    </Notice>
  );
}
