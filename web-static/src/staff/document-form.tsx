import { useEffect, useRef, useState } from 'preact/hooks';
import { newKey, type Problem } from '../app/api.ts';
import type { Case, CaseDocument, CaseLetter } from '../app/types.ts';
import { today } from '../app/words.ts';
import { staff } from '../console/api.ts';
import { mistakeOf, Select, TextInput } from '../console/inputs.tsx';
import { staffSessionEnded } from '../console/session.ts';
import { Brought, useTyped } from '../console/typed.tsx';
import { DayInput, useDays } from '../ui/day-input.tsx';
import { ProblemBox } from '../ui/notices.tsx';
import { inDays } from './in-days.ts';

type Kind = CaseDocument['kind'];

/** How long a document can be opened unless the clerk says otherwise. */
const OPEN_DAYS = 90;

const INPUTS = {
  title: { name: '題名', id: 'document-title' },
  number: { name: '文書番号', id: 'document-number' },
  sender: { name: '発信者', id: 'document-sender' },
  addressee: { name: 'あて名', id: 'document-addressee' },
  body: { name: '本文', id: 'document-body' },
  dated: { name: '文書の日付', id: 'document-dated' },
  openUntil: { name: '開ける期限', id: 'document-openUntil' },
};

/** A document as a clerk writes it. What is typed stays in the tab until it is made. */
export function DocumentForm(props: {
  one: Case;
  /** Whose place it is to take. */
  replaced: CaseDocument | null;
  /** Whose text it begins with, because that one was not right. */
  anew: CaseDocument | null;
  words: string[];
  letters: CaseLetter[];
  kinds: { value: string; label: string }[];
  onMade: () => Promise<void>;
  onClose: () => void;
}) {
  const { one, replaced, anew } = props;
  const begins = replaced ?? anew;
  const replaces = replaced?.documentId ?? anew?.replaces;
  const standing = {
    kind: begins?.kind ?? ('DECISION' as Kind),
    title: literally(begins?.title),
    number: literally(begins?.number),
    sender: begins !== null ? literally(begins.sender) : '石狩市長',
    addressee: begins !== null ? literally(begins.addressee) : one.applicantName + '　様',
    body: literally(begins?.body),
    dated: '',
    openUntil: '',
  };
  const form = useTyped(`document:${one.applicationId}:${begins?.documentId ?? ''}`, standing);
  const { typed, change } = form;
  const texts = { ...(typed.dated !== '' && { dated: typed.dated }), ...(typed.openUntil !== '' && { openUntil: typed.openUntil }) };
  const days = useDays<'dated' | 'openUntil'>('document-', { dated: today(), openUntil: inDays(OPEN_DAYS) }, texts, (told) =>
    change({ dated: told.dated ?? '', openUntil: told.openUntil ?? '' }),
  );
  const [begun, setBegun] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [making, setMaking] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  const attempt = useRef({ body: '', key: '' });
  useEffect(() => {
    if (!form.brought) title.current?.focus();
  }, []);
  const make = async () => {
    if (making) return;
    // A day that can't be read goes there empty: then all that is wrong is told at once.
    const given = days.peek();
    const unread = (['dated', 'openUntil'] as const).filter((name) => given[name] === null);
    const told = days.read() ?? given;
    const body = {
      kind: typed.kind,
      title: typed.title,
      sender: typed.sender,
      addressee: typed.addressee,
      body: typed.body,
      dated: told.dated ?? '',
      openUntil: told.openUntil ?? '',
      ...(typed.number !== '' && { number: typed.number }),
      ...(replaces !== undefined && { replaces }),
    };
    const sent = JSON.stringify(body);
    if (attempt.current.body !== sent) attempt.current = { body: sent, key: newKey() };
    setMaking(true);
    const outcome = await staff('makeDocument', { params: { applicationId: one.applicationId }, body, key: attempt.current.key });
    setMaking(false);
    if (outcome.ok) {
      form.forget();
      return props.onMade();
    }
    if (outcome.problem.status === 401) staffSessionEnded();
    const errors = (outcome.problem.errors ?? []).map((error) =>
      unread.some((name) => name === error.path) ? { ...error, message: '日付として読み取れません。例のように入力してください。' } : error,
    );
    setProblem({ ...outcome.problem, ...(errors.length > 0 && { errors }) });
  };
  const text = (name: 'title' | 'number' | 'sender' | 'addressee' | 'body', hint?: string, lines?: number) => (
    <TextInput
      id={INPUTS[name].id}
      label={INPUTS[name].name}
      {...(hint !== undefined && { hint })}
      {...(lines !== undefined && { lines })}
      value={typed[name]}
      mistake={mistakeOf(problem, name)}
      onText={(entered) => change({ [name]: entered ?? '' })}
    />
  );
  return (
    <form
      noValidate
      class="form no-print"
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <h3 ref={title} tabIndex={-1}>
        {replaced !== null ? `「${replaced.title}」に代わる文書を作る` : anew !== null ? `「${anew.title}」を直して作り直す` : '文書を作る'}
      </h3>
      <Brought of={form} />
      {problem && <ProblemBox problem={problem} focus inputs={INPUTS} />}
      <div key={form.turn}>
        {begins === null && props.letters.length > 0 && (
          <Select
            label="ひな形"
            hint="選ぶと、下の内容が、申請の内容を入れたひな形に替わります。"
            none="使わない（自分で書く）"
            value={begun}
            options={props.letters.map(({ name }) => ({ value: name, label: name }))}
            onValue={(name) => {
              setBegun(name);
              const letter = props.letters.filter((one) => one.name === name)[0];
              if (letter === undefined) return;
              const { name: _name, ...texts } = letter;
              change(texts);
            }}
          />
        )}
        <Select label="種類" value={typed.kind} options={props.kinds} onValue={(kind) => change({ kind: kind as Kind })} />
        {text('title', '100文字まで。')}
        {text('number', 'なければ空のままにします。例：石市民第123号')}
        {text('sender')}
        {text('addressee')}
        {text('body', `5000文字まで。申請の内容は、${props.words.map((word) => `{${word}}`).join('、')}と書くと入ります。`, 12)}
        <DayInput
          {...days.input('dated')}
          label="文書の日付"
          hint="文書に印刷します。きょうまでの30日の間で入力してください。"
          example={today()}
          mistake={mistakeOf(problem, 'dated')}
        />
        <DayInput
          {...days.input('openUntil')}
          label="開ける期限"
          hint="申請者は、この日まで開けます。あすから2年の間で入力してください。"
          example={inDays(OPEN_DAYS)}
          mistake={mistakeOf(problem, 'openUntil')}
        />
      </div>
      <p class="button-row">
        <button type="submit" class="button button-main" aria-disabled={making}>
          {making ? '作成しています…' : '文書を作成する'}
        </button>
        <button type="button" class="button" onClick={props.onClose}>
          閉じる
        </button>
      </p>
      <p class="small">作成しても、交付するまで申請者には見えません。</p>
    </form>
  );
}

/** What was printed once, for a text in which braces mean something. */
function literally(text = ''): string {
  return text.replace(/[{}]/g, '$&$&');
}
