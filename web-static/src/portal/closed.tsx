import type { Procedure } from '../app/types.ts';
import { day } from '../app/words.ts';

type Opening = Procedure['opening'];

/** A seasonal or paused procedure stays visible and says when it opens again. */
export function Closed(props: { opening: Opening }) {
  return (
    <section class="start start-counter">
      <h2>いまは申請を受け付けていません</h2>
      <p>
        {whyClosed(props.opening)}
        お急ぎのときは、下の担当へお問い合わせください。
      </p>
    </section>
  );
}

/** In a sentence, until when or since when nothing is taken. */
export function whyClosed({ state, opensOn, closesOn, capacity }: Opening): string {
  if (state === 'not-yet' && opensOn) return `${day(opensOn)}から受け付けます。`;
  if (state === 'over' && closesOn) return `${day(closesOn)}で受付を終わりました。`;
  if (state === 'full') return `定員（${capacity}件）に達しました。空きが出ると、また申請できます。`;
  return state === 'paused' ? '受付を一時止めています。' : '';
}
