import { useLoad } from '../app/load.ts';
import { Show } from '../ui/notices.tsx';
import { staff } from '../console/api.ts';

/** What residents looked for and found nothing: the words that procedures lack. */
export function UnfoundWords() {
  const { loaded, reload } = useLoad('unfound-words', () => staff('listUnfoundWords'));
  return (
    <section class="b-panel">
      <h2>見つからなかったことば</h2>
      <p class="hint">
        住民がさがして、どの手続も出なかったことばです（月に3回以上のもの。だれがさがしたかは記録していません）。あてはまる手続の「手続の案内」で「ほかの言い方」に加えて公開すると、見つかるようになります。
      </p>
      <Show loaded={loaded} retry={reload}>
        {({ months }) => (
          <ul class="b-months">
            {months.map(({ month, words }) => (
              <li key={month}>
                <h3>{`${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`}</h3>
                {words.length === 0 ? (
                  <p>ありません。</p>
                ) : (
                  <ul>
                    {words.map(({ word, times }) => (
                      <li key={word}>
                        {word}（{times}回）
                      </li>
                    ))}
                  </ul>
                )}
              </li>
            ))}
          </ul>
        )}
      </Show>
    </section>
  );
}
