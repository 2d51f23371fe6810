import { useState } from 'preact/hooks';
import { staff } from '../console/api.ts';
import { Check, Select, TextInput, Tool } from '../console/inputs.tsx';
import { newKey } from '../app/api.ts';
import type { Doc, Finding, LetterDraft } from '../console/design-types.ts';
import { staffSessionEnded } from '../console/session.ts';
import { SavePdf } from '../ui/save-pdf.tsx';
import { nameOf } from './edit.ts';
import { askedIn, bare, mergeable, tests } from './letters.ts';

export const LETTER_KINDS: { value: LetterDraft['kind']; label: string }[] = [
  { value: 'DECISION', label: '決定通知' },
  { value: 'CERTIFICATE', label: '交付' },
  { value: 'REJECTION', label: '却下' },
  { value: 'NOTICE', label: 'お知らせ' },
  { value: 'RECEIPT', label: '領収' },
];

const TEXTS = [
  { key: 'title', label: '題名' },
  { key: 'sender', label: '発信者' },
  { key: 'addressee', label: 'あて名' },
  { key: 'body', label: '本文' },
] as const;

type TextKey = (typeof TEXTS)[number]['key'];

/** As many as the server takes. */
const MOST = 20;

interface Props {
  doc: Doc;
  procedureId: string;
  divisionId: string;
  words: string[];
  findings: Finding[];
  onDoc: (doc: Doc, about?: string) => void;
}

/** How the documents of this procedure are begun: texts into which clerks need to write little. */
export function LettersPanel(props: Props) {
  const { doc } = props;
  const letters = doc.letters || [];
  const set = (next: LetterDraft[], about?: string) => {
    const { letters: _before, ...rest } = doc;
    props.onDoc(next.length === 0 ? rest : { ...rest, letters: next }, about);
  };
  return (
    <section class="b-panel">
      <h2>文書の交付</h2>
      <Check
        label="作った人とは別の職員が交付する"
        hint="公開すると、この手続の文書は、作った人が自分では交付できなくなります。あとでやめると、市の管理者全員に知らされます。"
        checked={doc.issuer === 'ANOTHER'}
        onCheck={(on) => {
          const { issuer: _before, ...rest } = doc;
          props.onDoc(on ? { ...rest, issuer: 'ANOTHER' } : rest);
        }}
      />
      <h2>文書のひな形</h2>
      <p class="hint">申請者に渡す文書の、書き出しになる文です。職員は、申請の内容が入った状態から文書を作り、直してから交付します。公開した版の申請に使われます。</p>
      {letters.length === 0 && <p>まだありません。</p>}
      {letters.map((letter, i) => (
        <LetterRow
          key={String(i)}
          {...props}
          letter={letter}
          at={i}
          onLetter={(next, about) => set(letters.map((one, j) => (j === i ? next : one)), about === undefined ? undefined : `letter${i}${about}`)}
          onRemove={() => set(letters.filter((_, j) => j !== i))}
        />
      ))}
      {letters.length < MOST && (
        <p class="b-tools">
          <button
            type="button"
            class="button"
            onClick={() => set(letters.concat([{ kind: 'DECISION', sender: '石狩市長', addressee: '{申請者}　様' }]))}
          >
            ひな形を加える
          </button>
        </p>
      )}
    </section>
  );
}

function LetterRow(
  props: Props & { letter: LetterDraft; at: number; onLetter: (letter: LetterDraft, about?: string) => void; onRemove: () => void },
) {
  const { doc, letter, at } = props;
  const id = (key: string) => `b-letter-${at}-${key}`;
  const about = letter.name || `${at + 1}番目のひな形`;
  const set = (key: TextKey | 'name', text: string | undefined) => {
    const { [key]: _before, ...rest } = letter;
    props.onLetter((text === undefined ? rest : { ...rest, [key]: text }) as LetterDraft, key);
  };
  // A place in the draft (JSON Pointer).
  const pointer = ['', 'letters', at, ''].join('/');
  const own = props.findings.filter((finding) => finding.pointer.indexOf(pointer) === 0);
  const mistake = (key: string) => {
    const errors = own.filter((finding) => finding.severity === 'error' && finding.pointer === pointer + key);
    return errors.length === 0 ? undefined : errors.map((finding) => finding.message).join(' ');
  };
  return (
    <fieldset class="b-condition">
      <legend>{about}</legend>
      <TextInput id={id('name')} label="ひな形の名前" hint="職員が選ぶときの名前です。例：交付のお知らせ" value={letter.name} mistake={mistake('name')} onText={(text) => set('name', text)} />
      <Select label="種類" value={letter.kind} options={LETTER_KINDS} onValue={(kind) => props.onLetter({ ...letter, kind: kind as LetterDraft['kind'] })} />
      {TEXTS.map(({ key, label }) => (
        <TextInput
          key={key}
          id={id(key)}
          label={label}
          {...(key === 'body' && { lines: 12 })}
          value={letter[key]}
          mistake={mistake(key)}
          onText={(text) => set(key, text)}
        />
      ))}
      <Insert {...props} about={about} id={id} onText={set} />
      {own
        .filter((finding) => finding.severity === 'warning')
        .map((finding) => (
          <p class="hint" key={finding.message}>
            できれば：{finding.message}
          </p>
        ))}
      <Sample doc={doc} procedureId={props.procedureId} divisionId={props.divisionId} letter={letter} />
      <Tool about={about} onPress={props.onRemove}>
        このひな形を消す
      </Tool>
    </fieldset>
  );
}

/** Puts a field or a condition where the cursor stands, so that nobody needs to know how they are written. */
function Insert(props: Props & { letter: LetterDraft; about: string; id: (key: string) => string; onText: (key: TextKey, text: string) => void }) {
  const { doc, letter, words } = props;
  const [into, setInto] = useState<TextKey>('body');
  const [field, setField] = useState('');
  const [asked, setAsked] = useState('');
  const [test, setTest] = useState('');
  const form = doc.online ? doc.form : undefined;
  const fields = mergeable(words, form);
  const questions = askedIn(form);
  const question = questions.filter((one) => one.id === asked)[0];
  const conditions = question === undefined ? [] : tests(question, form!, words);
  const put = (key: TextKey, before: string, after: string) => {
    const box = document.getElementById(props.id(key)) as HTMLInputElement | HTMLTextAreaElement | null;
    const text = letter[key] || '';
    const from = box?.selectionStart ?? text.length;
    const to = box?.selectionEnd ?? text.length;
    const next = text.slice(0, from) + before + text.slice(from, to) + after + text.slice(to);
    const cursor = from + before.length + (to - from);
    if (box !== null) {
      // An input that has the focus is left to who types there, so it is written before it gets it.
      box.value = next;
      box.focus();
      box.setSelectionRange(cursor, cursor);
    }
    props.onText(key, next);
  };
  return (
    <fieldset class="b-condition">
      <legend>差し込む（{props.about}）</legend>
      <Select label="入れるところ" value={into} options={TEXTS.map(({ key, label }) => ({ value: key, label }))} onValue={(key) => setInto(key as TextKey)} />
      <Select
        label="申請の内容"
        none="選んでください"
        value={field}
        options={fields.map((one) => ({ value: one.written, label: one.label }))}
        onValue={setField}
      />
      <Tool about={props.about} off={field === ''} onPress={() => put(into, field, '')}>
        内容を差し込む
      </Tool>
      {questions.length > 0 && (
        <>
          <Select
            label="条件にする質問"
            none="選んでください"
            value={asked}
            options={questions.map((one) => ({ value: one.id, label: nameOf(one) }))}
            onValue={(value) => {
              setAsked(value);
              setTest('');
            }}
          />
          {question !== undefined && (
            <Select
              label="条件"
              none="選んでください"
              value={test}
              options={conditions.map((one) => ({ value: one.written, label: one.label }))}
              onValue={setTest}
            />
          )}
          <Tool about={props.about} off={test === ''} onPress={() => put('body', `{もし ${test}}\n`, '\n{でなければ}\n\n{おわり}\n')}>
            条件を本文に差し込む
          </Tool>
          <p class="hint">条件に合うときの文は、選んだ部分（なければ、{'{もし …}'}の次の行）に書きます。合わないときの文がなければ、{'{でなければ}'}の行を消してください。</p>
        </>
      )}
    </fieldset>
  );
}

/** The letter with the answers of an example, as it would be printed. */
function Sample(props: { doc: Doc; procedureId: string; divisionId: string; letter: LetterDraft }) {
  const { doc, letter } = props;
  const form = doc.online ? doc.form : undefined;
  const examples = form?.examples || [];
  const [chosen, setChosen] = useState('');
  const example = examples.filter((one) => one.id === chosen)[0] || examples[0];
  return (
    <>
      {examples.length > 1 && (
        <Select
          label="見本に使う例"
          value={example!.id}
          options={examples.map((one) => ({ value: one.id, label: one.title }))}
          onValue={setChosen}
        />
      )}
      <SavePdf
        label="見本（PDF）を作る"
        ask={() =>
          staff('previewLetter', {
            body: {
              divisionId: props.divisionId,
              name: doc.name || '手続の名前',
              title: letter.title || '',
              sender: letter.sender || '',
              addressee: letter.addressee || '',
              body: letter.body || '',
              ...(form !== undefined && { form: bare(form, props.procedureId) }),
              ...(example !== undefined && { answers: example.answers }),
            },
            key: newKey(),
          })
        }
        onProblem={(problem) => {
          if (problem.status === 401) staffSessionEnded();
        }}
      />
    </>
  );
}
