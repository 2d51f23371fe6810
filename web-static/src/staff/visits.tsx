import { useEffect, useState } from 'preact/hooks';
import { useLoad } from '../app/load.ts';
import { navigate, usePlace } from '../app/router.ts';
import { dateTime } from '../app/words.ts';
import { Check, TextInput } from '../console/inputs.tsx';
import type { WaitingVisit } from '../console/directory-types.ts';
import { documents } from '../documents.generated.ts';
import { screens } from '../staff-routes.generated.ts';
import { DayInput, useDays, type DayTexts } from '../ui/day-input.tsx';
import { Heading } from '../ui/heading.tsx';
import { Notice, Show } from '../ui/notices.tsx';
import { staff } from '../console/api.ts';
import { forgetTyped, keptForms } from '../console/kept.ts';
import { useSaving, type FieldNames } from '../console/saving.tsx';
import { Brought, useTyped } from '../console/typed.tsx';
import { staffSessionEnded } from '../console/session.ts';

/** So often the console looks who waits. */
const LOOK = 5000;

/** What a clerk typed of one who waits, and did not send. */
const FORM = 'visit:';

interface Found {
  name?: string;
  shown: string[];
  other?: string;
  compared: boolean;
  days: DayTexts<'birthDate'>;
}

const named = (visit: WaitingVisit) => visit.number + ':' + visit.visitId;

/** Visitors without a card at the terminals of the clerk's divisions. */
export function Visits() {
  const { loaded, reload, set } = useLoad('visits', () => staff('listVisits'));
  const { state } = usePlace();
  const [called, setCalled] = useState<WaitingVisit | null>(null);
  const [done, setDone] = useState('');
  useEffect(() => {
    if (loaded.status === 'failed' && loaded.problem.status === 401) staffSessionEnded();
    if (loaded.status !== 'ready') return;
    // Of whoever has gone nothing is kept.
    const here = loaded.value.visits.map((one) => FORM + named(one));
    keptForms(FORM)
      .filter((form) => here.indexOf(form) < 0)
      .forEach(forgetTyped);
    const timer = setTimeout(async () => {
      const looked = await staff('listVisits');
      if (looked.ok) set(looked.value);
      else if (looked.problem.status === 401) staffSessionEnded();
    }, LOOK);
    return () => clearTimeout(timer);
  }, [loaded]);
  const list = (replace: boolean) => navigate(screens.VISITS.path, { replace });
  const waiting = loaded.status === 'ready' ? loaded.value.visits.filter((one) => named(one) === state.step)[0] : undefined;
  const chosen = state.step === undefined ? null : called !== null && named(called) === state.step ? called : (waiting ?? null);
  return (
    <>
      <Heading
        title={chosen === null ? screens.VISITS.title : chosen.number + '番の方の本人確認'}
        step={chosen === null ? '' : named(chosen)}
        caption={chosen === null ? 'カードをお持ちでない方の書類を確かめます' : `${chosen.terminalName}、${chosen.procedureName}`}
      />
      {done !== '' && <Notice key={done} kind="success" title={done} focus />}
      {chosen !== null ? (
        <Form
          key={named(chosen)}
          visit={chosen}
          gone={loaded.status === 'ready' && waiting === undefined}
          saved={() => {
            setDone(`${chosen.number}番の方の本人確認を記録しました。端末は先に進みます。`);
            list(true);
            reload();
          }}
          cancelled={() => {
            list(true);
            reload();
          }}
        />
      ) : (
        <Show loaded={loaded} retry={reload}>
          {({ visits }) =>
            visits.length === 0 ? (
              <p>いま待っている方はいません。この画面は自動で更新されます。</p>
            ) : (
              <ul class="plain">
                {visits.map((one) => (
                  <li key={one.visitId}>
                    <h2>{one.number}番</h2>
                    <p>
                      端末：{one.terminalName}
                      <br />
                      手続：{one.procedureName}
                      <br />
                      待ちはじめ：{dateTime(one.since)}
                    </p>
                    <p>
                      <button
                        type="button"
                        class="button button-main"
                        aria-label={one.number + '番の方の書類を確かめる'}
                        onClick={() => {
                          setDone('');
                          setCalled(one);
                          navigate(screens.VISITS.path, { step: named(one) });
                        }}
                      >
                        書類を確かめる
                      </button>
                    </p>
                  </li>
                ))}
              </ul>
            )
          }
        </Show>
      )}
    </>
  );
}

function Form(props: {
  visit: WaitingVisit;
  /** The visitor waits no more under this number. */
  gone: boolean;
  saved: () => void;
  cancelled: () => void;
}) {
  const { visit } = props;
  const kept = useTyped<Found>(FORM + named(visit), { shown: [], compared: false, days: {} });
  const { change } = kept;
  const { name, shown, other, compared } = kept.typed;
  const days = useDays<'birthDate'>('visit-', {}, kept.typed.days, (texts) => change({ days: texts }));
  const { save, sending, told, forget } = useSaving(FIELDS);
  const run = () => {
    const typed = days.read();
    if (typed === null) return forget();
    return save(
      (key) =>
        staff('attestVisit', {
          params: { visitId: visit.visitId },
          body: {
            number: visit.number,
            name: name ?? '',
            birthDate: typed.birthDate ?? '',
            documents: shown,
            compared,
            ...(other === undefined ? {} : { other }),
          },
          key,
        }),
      () => {
        kept.forget();
        props.saved();
      },
    );
  };
  const group = (title: string, photo: boolean) => (
    <div role="group" aria-label={title}>
      <p>
        <strong>{title}</strong>
      </p>
      {(Object.keys(documents) as (keyof typeof documents)[])
        .filter((one) => documents[one].photo === photo)
        .map((one) => (
          <Check
            key={one}
            label={documents[one].label}
            checked={shown.indexOf(one) >= 0}
            onCheck={(checked) => {
              change({
                shown: shown.filter((held) => held !== one).concat(checked ? [one] : []),
                ...(one === 'OTHER' && !checked ? { other: undefined } : {}),
              });
            }}
          />
        ))}
    </div>
  );
  return (
    <form
      noValidate
      class="b-panel"
      aria-label={visit.number + '番の方の本人確認'}
      onSubmit={(event) => {
        event.preventDefault();
        void run();
      }}
    >
      {props.gone && (
        <Notice kind="warning" title={`${visit.number}番の方は待つのをやめました。`}>
          <p>利用を終えたか、カードでログインしたか、ほかの職員が確認しました。この確認は記録できません。</p>
        </Notice>
      )}
      <Brought of={{ ...kept, erase: () => (days.reset(), kept.erase()) }} />
      {told}
      <TextInput label="書類の氏名" hint="例：石狩 花子。この方の申請だけを、この確認で受け付けます" value={name} onText={(text) => change({ name: text })} />
      <DayInput key={kept.turn} {...days.input('birthDate')} label="書類の生年月日" example="1985-04-20" />
      <fieldset>
        <legend>見せてもらった書類</legend>
        <p class="hint">番号は記録しません。</p>
        {group('顔写真のある書類（1つ）', true)}
        {group('顔写真のない書類（2つ以上）', false)}
        {shown.indexOf('OTHER') >= 0 && (
          <TextInput label="その他の書類の名前" hint="例：学生証（番号は入力しないでください）" value={other} onText={(text) => change({ other: text })} />
        )}
      </fieldset>
      <Check label="本人と書類を見比べ、本人であることを確かめました" checked={compared} onCheck={(checked) => change({ compared: checked })} />
      <div class="form-actions">
        <button type="submit" class="button button-main" aria-disabled={sending}>
          {sending ? '送信しています…' : '本人確認を記録する'}
        </button>
        <button type="button" class="button" onClick={props.cancelled}>
          一覧に戻る
        </button>
      </div>
    </form>
  );
}

const FIELDS: FieldNames = { name: '書類の氏名', birthDate: '書類の生年月日', documents: '書類', other: 'その他の書類の名前', compared: '見比べ' };
