import type { Procedure } from '../app/types.ts';
import { day } from '../app/words.ts';

/** A seasonal or paused procedure stays visible and says when it opens again. */
export function Closed(props: { opening: Procedure['opening'] }) {
  const { state, opensOn, closesOn, capacity } = props.opening;
  return (
    <section class="start start-counter">
      <h2>いまは申請を受け付けていません</h2>
      <p>
        {state === 'not-yet' && opensOn && `${day(opensOn)}から受け付けます。`}
        {state === 'over' && closesOn && `${day(closesOn)}で受付を終わりました。`}
        {state === 'full' && `定員（${capacity}件）に達しました。空きが出ると、また申請できます。`}
        {state === 'paused' && '受付を一時止めています。'}
        お急ぎのときは、下の担当へお問い合わせください。
      </p>
    </section>
  );
}
