import { useState } from 'preact/hooks';
import { keptForms } from '../console/kept.ts';
import { useTyped } from '../console/typed.tsx';
import { useStaffLoad } from '../console/load.ts';
import { dateTime } from '../app/words.ts';
import { TextInput } from '../console/inputs.tsx';
import { foldPhone } from '../forms/folding.ts';
import { screens } from '../staff-routes.generated.ts';
import { staff } from '../console/api.ts';
import { SavingForm, type FieldNames } from '../console/saving.tsx';
import { Heading } from '../ui/heading.tsx';
import { Notice, Show } from '../ui/notices.tsx';
import type { Division, DivisionChange, DivisionsShown } from '../console/directory-types.ts';

/** Of what is typed and not sent. */
const FORM = 'division:';

/** The divisions of the city, for system administrators: residents see their names and how to reach them. */
export function Divisions() {
  const { loaded, reload } = useStaffLoad('divisions', () => staff('listDivisions'));
  /** Id of the division that is being changed; '' for a new one. */
  const [open, setOpen] = useState<string | null>(() => keptForms(FORM)[0]?.slice(FORM.length) ?? null);
  const [done, setDone] = useState('');
  const saved = (name: string) => {
    setOpen(null);
    setDone(name);
    reload();
  };
  return (
    <>
      <Heading title={screens.DIVISIONS.title} caption="名前と連絡先は、住民の画面にも表示されます" />
      {done !== '' && <Notice key={done} kind="success" title={`${done}を保存しました。`} focus />}
      <Show loaded={loaded} retry={reload}>
        {(shown) => (
          <>
            {open === '' ? (
              <Form shown={shown} saved={saved} cancelled={() => setOpen(null)} />
            ) : (
              <p>
                <button
                  type="button"
                  class="button button-main"
                  onClick={() => {
                    setDone('');
                    setOpen('');
                  }}
                >
                  課を追加する
                </button>
              </p>
            )}
            <ul class="plain">
              {shown.divisions.map((one) => (
                <li key={one.divisionId}>
                  {open === one.divisionId ? (
                    <Form shown={shown} division={one} saved={saved} cancelled={() => setOpen(null)} />
                  ) : (
                    <>
                      <h2>{one.name}</h2>
                      <p>
                        電話：{one.phone}
                        <br />
                        窓口：{one.counter}
                      </p>
                      <p>
                        <button
                          type="button"
                          class="button"
                          aria-label={one.name + 'を変更する'}
                          onClick={() => {
                            setDone('');
                            setOpen(one.divisionId);
                          }}
                        >
                          変更する
                        </button>
                      </p>
                    </>
                  )}
                </li>
              ))}
            </ul>
            <History history={shown.history} />
          </>
        )}
      </Show>
    </>
  );
}

function Form(props: {
  shown: DivisionsShown;
  division?: Division;
  saved: (name: string) => void;
  cancelled: () => void;
}) {
  const { division } = props;
  const kept = useTyped<{ name?: string; phone?: string; counter?: string }>(FORM + (division?.divisionId ?? ''), {
    ...(division && { name: division.name, phone: division.phone, counter: division.counter }),
  });
  const { change } = kept;
  const { name, phone, counter } = kept.typed;
  const send = (key: string) => {
    const body = {
      revision: props.shown.revision,
      name: name ?? '',
      phone: foldPhone(phone ?? ''),
      counter: counter ?? '',
    };
    return division === undefined
      ? staff('addDivision', { body, key })
      : staff('changeDivision', { body, key, params: { divisionId: division.divisionId } });
  };
  return (
    <SavingForm
      title={division === undefined ? '課の追加' : division.name + 'の変更'}
      fields={FIELDS}
      run="保存する"
      overtaken="この画面を読み込み直すと、保存された内容が表示されます。入力した内容は残ります。"
      typed={kept}
      send={send}
      saved={() => props.saved(name ?? '')}
      cancelled={props.cancelled}
    >
      <TextInput label={FIELDS['name']!} value={name} onText={(text) => change({ name: text })} />
      <TextInput label={FIELDS['phone']!} hint="例：0133-72-3111" value={phone} onText={(text) => change({ phone: text })} fold={foldPhone} />
      <TextInput label={FIELDS['counter']!} hint="例：本庁舎1階　平日8時45分〜17時15分" value={counter} onText={(text) => change({ counter: text })} />
    </SavingForm>
  );
}

/** What divisions decide themselves. */
const RULE = { secondPerson: '公開へのほかの課管理者の承認', secondPersonLifting: '承認をなくす依頼' };

const FIELDS: FieldNames = { name: '課の名前', phone: '電話番号', counter: '窓口の場所と時間', ...RULE };

function History(props: { history: DivisionChange[] }) {
  return (
    <section aria-labelledby="division-history">
      <h2 id="division-history">変更の履歴</h2>
      {props.history.length === 0 ? (
        <p>まだ変更されていません。</p>
      ) : (
        <ul class="plain">
          {props.history.map((one) => (
            <li key={one.revision}>
              {dateTime(one.at)}　{one.byName}　{one.divisionName}
              {one.what.map((what) => (
                <span key={what.field}>
                  <br />
                  {FIELDS[what.field] ?? what.field}：{what.before === undefined ? '' : what.before + ' → '}
                  {what.after}
                </span>
              ))}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
