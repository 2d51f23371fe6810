import { useState } from 'preact/hooks';
import { dateTime } from '../app/words.ts';
import { staff } from '../console/api.ts';
import type { Sentence, SentencesOfDivision, SentencesShown } from '../console/directory-types.ts';
import { TextInput } from '../console/inputs.tsx';
import { keptForms } from '../console/kept.ts';
import { useStaffLoad } from '../console/load.ts';
import { SavingForm, useSaving, type FieldNames } from '../console/saving.tsx';
import { useTyped } from '../console/typed.tsx';
import { screens } from '../staff-routes.generated.ts';
import { Heading } from '../ui/heading.tsx';
import { Notice, Show } from '../ui/notices.tsx';

/** Of what is typed and not sent; the division and the sentence follow. */
const FORM = 'sentence:';

const FIELDS: FieldNames = { name: '名前', text: '文' };

const KINDS: Record<SentencesOfDivision['history'][number]['kind'], string> = {
  ADDED: '追加',
  CHANGED: '変更',
  REMOVED: '削除',
};

/** Sentences that clerks of a division put into what they write to applicants, for who keeps the division. */
export function Sentences() {
  const { loaded, reload } = useStaffLoad('sentences', () => staff('listSentences'));
  /** Division and id of the sentence that is being changed, with a / between; without an id a new one. */
  const [open, setOpen] = useState<string | null>(() => keptForms(FORM)[0]?.slice(FORM.length) ?? null);
  const [done, setDone] = useState('');
  const saved = (what: string) => {
    setOpen(null);
    setDone(what);
    reload();
  };
  return (
    <>
      <Heading title={screens.SENTENCES.title} caption="メッセージや差戻しの理由に入れる、よく使う文です" />
      {done !== '' && <Notice key={done} kind="success" title={done} focus />}
      <Show loaded={loaded} retry={reload}>
        {(shown) =>
          shown.divisions.map((division) => (
            <OfDivision
              key={division.divisionId}
              division={division}
              words={shown.words}
              open={open}
              onOpen={(which) => {
                setDone('');
                setOpen(which);
              }}
              saved={saved}
            />
          ))
        }
      </Show>
    </>
  );
}

function OfDivision(props: {
  division: SentencesOfDivision;
  words: SentencesShown['words'];
  open: string | null;
  onOpen: (which: string | null) => void;
  saved: (what: string) => void;
}) {
  const { division, open, onOpen } = props;
  const form = (sentence?: Sentence) => (
    <Form division={division} words={props.words} sentence={sentence} saved={props.saved} cancelled={() => onOpen(null)} />
  );
  const which = (sentence?: Sentence) => division.divisionId + '/' + (sentence?.sentenceId ?? '');
  return (
    <section aria-labelledby={'sentences-' + division.divisionId}>
      <h2 id={'sentences-' + division.divisionId}>{division.name}</h2>
      {open === which() ? (
        form()
      ) : (
        <p>
          <button type="button" class="button button-main" aria-label={division.name + 'の定型文を追加する'} onClick={() => onOpen(which())}>
            定型文を追加する
          </button>
        </p>
      )}
      {division.sentences.length === 0 && <p>定型文はまだありません。</p>}
      <ul class="plain">
        {division.sentences.map((one) => (
          <li key={one.sentenceId}>
            {open === which(one) ? (
              form(one)
            ) : (
              <>
                <h3>{one.name}</h3>
                <p class="timeline-reason">{one.text}</p>
                <p class="button-row">
                  <button type="button" class="button" aria-label={one.name + 'を変更する'} onClick={() => onOpen(which(one))}>
                    変更する
                  </button>
                  <Removal division={division} sentence={one} saved={props.saved} />
                </p>
              </>
            )}
          </li>
        ))}
      </ul>
      {division.history.length > 0 && (
        <>
          <h3>変更の履歴</h3>
          <ul class="plain">
            {division.history.map((one) => (
              <li key={one.at}>
                {dateTime(one.at)}　{one.byName}　「{one.name}」を{KINDS[one.kind]}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Form(props: {
  division: SentencesOfDivision;
  words: SentencesShown['words'];
  sentence: Sentence | undefined;
  saved: (what: string) => void;
  cancelled: () => void;
}) {
  const { division, sentence } = props;
  const kept = useTyped<{ name?: string; text?: string }>(FORM + division.divisionId + '/' + (sentence?.sentenceId ?? ''), {
    ...(sentence && { name: sentence.name, text: sentence.text }),
  });
  const { name, text } = kept.typed;
  const send = (key: string) =>
    staff('saveSentence', {
      params: { divisionId: division.divisionId },
      key,
      body: {
        revision: division.revision,
        name: name ?? '',
        text: text ?? '',
        ...(sentence && { sentenceId: sentence.sentenceId }),
      },
    });
  return (
    <SavingForm
      title={sentence === undefined ? '定型文の追加' : sentence.name + 'の変更'}
      fields={FIELDS}
      run="保存する"
      overtaken="この画面を読み込み直すと、保存された内容が表示されます。入力した内容は残ります。"
      typed={kept}
      send={send}
      saved={() => props.saved(`「${name ?? ''}」を保存しました。`)}
      cancelled={props.cancelled}
    >
      <TextInput label={FIELDS['name']!} hint="選ぶときに見える名前です。50文字まで。例：書類が足りないとき" value={name} onText={(typed) => kept.change({ name: typed })} />
      <TextInput
        label={FIELDS['text']!}
        hint={`1000文字まで。申請の内容は、${props.words.map((word) => `{${word}}`).join('、')}と書くと入ります。`}
        lines={5}
        value={text}
        onText={(typed) => kept.change({ text: typed })}
      />
    </SavingForm>
  );
}

function Removal(props: { division: SentencesOfDivision; sentence: Sentence; saved: (what: string) => void }) {
  const { division, sentence } = props;
  const [asked, setAsked] = useState(false);
  const { save, sending, told } = useSaving();
  const remove = () =>
    void save(
      (key) =>
        staff('removeSentence', {
          params: { divisionId: division.divisionId },
          key,
          body: { revision: division.revision, sentenceId: sentence.sentenceId },
        }),
      () => props.saved(`「${sentence.name}」を削除しました。`),
    );
  return (
    <>
      {told}
      {asked ? (
        <button type="button" class="button button-danger" aria-disabled={sending} onClick={remove}>
          「{sentence.name}」の削除を確定する
        </button>
      ) : (
        <button type="button" class="button" aria-label={sentence.name + 'を削除する'} onClick={() => setAsked(true)}>
          削除する
        </button>
      )}
    </>
  );
}
