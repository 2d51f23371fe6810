import type { Procedure } from '../app/types.ts';
import { day, dayOf } from '../app/words.ts';
import { Notice } from '../ui/notices.tsx';
import { whyClosed } from './closed.tsx';

/** Told to whoever has begun, when they open it and before they send it: why it can't be sent, and what becomes of it. */
export function ClosedMeanwhile(props: {
  opening: Procedure['opening'];
  /** How long the city hall keeps what was begun; undefined when it does not. */
  until: string | undefined;
}) {
  const { opening, until } = props;
  if (opening.state === 'open') return null;
  return (
    <Notice kind="warning" title="いまは申請を受け付けていないため、送信できません。">
      <p>{whyClosed(opening)}</p>
      <p>
        {until === undefined
          ? '書きかけの内容は、「保存して、あとで続ける」で保存すると30日残ります。'
          : `書きかけの内容は消えません。${day(dayOf(until))}まで残り、保存し直すと、そこから30日に延びます。`}
        {opening.state !== 'over' && '受付が始まったら、続きから送信できます。'}
      </p>
    </Notice>
  );
}
