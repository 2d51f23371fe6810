import { useEffect, useRef, useState } from 'preact/hooks';
import type { Outcome } from '../app/api.ts';
import type { CaseRow } from '../app/types.ts';
import { useFollowing } from '../console/following.ts';
import { staffSessionEnded } from '../console/session.ts';
import { useScrollRoom } from '../ui/scroll-room.ts';
import { changesInWords, changesOf, type ReadRows } from './list-changes.ts';

/** Cases as far as they were read; the cursor leads on. */
export interface Listed {
  cases: CaseRow[];
  cursor?: string;
}

/**
 * Follows what happens to a list that is open. It stands below it, where it moves no row: one that moves under a hand would be the
 * wrong one. They come when they are asked for.
 */
export function ListNews(props: {
  /** What is on the screen; null while it is being read. */
  shown: Listed | null;
  read: (shown: Listed) => Promise<Outcome<Listed>>;
  /** What a person sees of it. */
  rowsOf: (listed: Listed) => ReadRows;
  bring: (fresh: Listed) => void;
}) {
  const { shown, read, rowsOf, bring } = props;
  const [fresh, setFresh] = useState<Listed | null>(null);
  const [brought, setBrought] = useState(0);
  const news = useRef<HTMLParagraphElement>(null);
  const bar = useScrollRoom<HTMLDivElement>();
  useFollowing(async () => {
    if (shown === null) return;
    const now = await read(shown);
    if (now.ok) setFresh(now.value);
    else if (now.problem.status === 401) staffSessionEnded();
  });
  const changes = shown === null || fresh === null ? null : changesOf(rowsOf(shown), rowsOf(fresh));
  useEffect(() => {
    if (brought > 0) news.current?.focus();
  }, [brought]);
  return (
    <div ref={bar} class="list-news">
      <div role="status">{changes !== null && <p>{changesInWords(changes)}</p>}</div>
      {changes !== null && (
        <button
          type="button"
          class="button"
          onClick={() => {
            bring(fresh!);
            setFresh(null);
            setBrought(brought + 1);
          }}
        >
          最新の一覧を表示する
        </button>
      )}
      {brought > 0 && changes === null && (
        <p ref={news} tabIndex={-1}>
          最新の一覧です。
        </p>
      )}
    </div>
  );
}
