import { useEffect, useRef, useState } from 'preact/hooks';
import { newKey, type Problem } from '../app/api.ts';
import { LEVELS } from '../console/levels.ts';
import { useStaffLoad } from '../console/load.ts';
import { observed } from '../app/observed.ts';
import { usePlace } from '../app/router.ts';
import { dateTime } from '../app/words.ts';
import { staff } from '../console/api.ts';
import { Notice, ProblemBox, Show } from '../ui/notices.tsx';
import type { Noted } from '../console/directory-types.ts';

/** What other administrators did alone, at every sign-in until it is said to have been seen. */
export function OversightWaiting() {
  const { path } = usePlace();
  const { loaded, reload } = useStaffLoad('oversight', () => staff('listOversight'));
  const [problem, setProblem] = useState<Problem | null>(null);
  const [told, setTold] = useState<Noted | null>(null);
  useEffect(() => setTold(null), [path]);
  // What was there stays while it is asked for anew: the focus stands in it.
  const waiting = useRef<Noted[]>([]);
  if (loaded.status === 'ready') waiting.current = loaded.value.waiting;
  const see = async (noted: Noted) => {
    const outcome = await staff('seeOversight', { params: { notedId: noted.notedId }, key: newKey() });
    setProblem(outcome.ok ? null : outcome.problem);
    if (!outcome.ok) return;
    waiting.current = waiting.current.filter((one) => one !== noted);
    setTold(noted);
    seen.set(seen.get() + 1);
    reload();
  };
  return (
    <>
      {told !== null && <Notice key={told.notedId} kind="success" title={`「${told.about}」の変更を確認したことを記録しました。`} focus />}
      {waiting.current.length > 0 && (
        <Notice kind="warning" title="ほかの管理者が行った変更です。心当たりのない変更があれば、本人か上司に確かめてください。">
          {problem && <ProblemBox problem={problem} focus />}
          <ul>
            {waiting.current.map((noted) => (
              <li key={noted.notedId}>
                <p>
                  <Line noted={noted} />
                </p>
                <p>
                  <button type="button" class="button" onClick={() => void see(noted)}>
                    確認しました
                    <span class="visually-hidden">：{noted.about}</span>
                  </button>
                </p>
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}

/** How often something was said to have been seen on this page: the history is then another one. */
const seen = observed(0);

/** All there is on record, with who has seen it. */
export function OversightHistory() {
  const { loaded, reload } = useStaffLoad('oversight-history' + seen.use(), () => staff('listOversight'));
  return (
    <section>
      <h2>ほかの管理者に知らせた変更</h2>
      <Show loaded={loaded} retry={reload}>
        {({ history }) =>
          history.length === 0 ? (
            <p>まだありません。</p>
          ) : (
            <ul>
              {history.map((noted) => (
                <li key={noted.notedId}>
                  <Line noted={noted} />
                  <br />
                  <span class="small">
                    {noted.seen.length === 0
                      ? 'まだだれも確認していません。'
                      : '確認：' + noted.seen.map((one) => `${one.byName}（${dateTime(one.at)}）`).join('、')}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Show>
    </section>
  );
}

function Line(props: { noted: Noted }) {
  const { noted } = props;
  const named = (value: string) => (noted.kind === 'LEVEL_LOWERED' ? (LEVELS[value] ?? value) : (ISSUERS[value] ?? value));
  return (
    <>
      {dateTime(noted.at)}　{noted.byName}：{KINDS[noted.kind]}「{noted.about}」　
      {noted.before === undefined ? '' : named(noted.before) + ' → '}
      {named(noted.after)}
    </>
  );
}

const ISSUERS: { [issuer: string]: string } = { ANYBODY: '作った人も交付できる', ANOTHER: '別の職員が交付する' };

const KINDS: Record<Noted['kind'], string> = {
  ISSUER_ALONE: '文書を、作った人が自分で交付できるようにしました',
  LEVEL_LOWERED: '申請する人に求める本人確認を下げました',
  RIGHTS_GIVEN: '管理者の権限を与えました',
  FIRST_HOLDER: 'はじめての管理者として登録されました',
};
