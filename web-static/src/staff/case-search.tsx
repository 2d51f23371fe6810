import { useEffect, useRef, useState } from 'preact/hooks';
import type { Problem } from '../app/api.ts';
import type { CaseRow } from '../app/types.ts';
import { foldCode, foldKana, foldPhone, foldPlain } from '../forms/index.ts';
import { DayInput, useDays, type DayTexts } from '../ui/day-input.tsx';
import { ProblemBox } from '../ui/notices.tsx';
import { TextBox } from '../ui/text-box.tsx';
import { staff } from '../console/api.ts';
import { staffSessionEnded } from '../console/session.ts';

/** What is asked of a person, as it was typed. */
export interface CaseAsked {
  texts: Record<string, string>;
  days: DayTexts<'birthDate'>;
}

const NOT_ASKED: { birthDate: string | undefined } = { birthDate: undefined };

/** What the fields make of what was typed or pasted. */
const FOLDS: Record<string, (text: string) => string> = { kana: foldKana, phone: foldPhone, receiptNumber: foldCode };

/** Finds applications by the person. Sent as a POST body: a name never becomes part of an address. */
export function CaseSearch(props: {
  /** What was asked before, for whoever comes back to it: asked once more, as things stand now. */
  again: CaseAsked | null;
  onFound: (rows: CaseRow[] | null, asked: CaseAsked | null) => void;
}) {
  const { again } = props;
  const [asked, setAsked] = useState<Record<string, string>>(again?.texts ?? {});
  const [problem, setProblem] = useState<Problem | null>(null);
  const [told, setTold] = useState('');
  const busy = useRef(false);
  const days = useDays('s-', NOT_ASKED, again?.days ?? {}, (texts) => {
    born.current = texts;
  });
  const born = useRef<CaseAsked['days']>(again?.days ?? {});
  const [cleared, setCleared] = useState(0);
  const set = (name: string, value: string) => setAsked({ ...asked, [name]: value });

  /** Whoever was found before is not who was asked for now. */
  const failed = (words: string) => {
    setTold(words);
    props.onFound(null, null);
  };
  const search = async () => {
    if (busy.current) return;
    const body: Record<string, string> = {};
    for (const name of Object.keys(asked)) {
      const value = (FOLDS[name] ?? foldPlain)(asked[name]!);
      if (value !== '') body[name] = value;
    }
    setProblem(null);
    const birth = days.read();
    if (birth === null) return failed('');
    Object.assign(body, birth);
    if (Object.keys(body).length === 0) return failed('さがすことばを1つ以上入力してください');
    const number = body['receiptNumber'];
    if (number !== undefined && !/^\d{12}$/.test(number)) {
      failed('受付番号は12桁の数字です。ほかの番号や一部の数字では、さがせません');
      document.getElementById('s-receiptNumber')?.focus();
      return;
    }
    busy.current = true;
    setTold('さがしています…');
    const outcome = await staff('searchCases', { body });
    busy.current = false;
    if (!outcome.ok) {
      if (outcome.problem.status === 401) staffSessionEnded();
      setProblem(outcome.problem);
      return failed('');
    }
    setTold(`${outcome.value.cases.length}件見つかりました`);
    props.onFound(outcome.value.cases, { texts: asked, days: born.current });
  };
  useEffect(() => {
    if (again !== null) void search();
  }, []);

  const input = (name: string, label: string, hint: string) => (
    <div class="search-field">
      <label for={'s-' + name}>{label}</label>
      <p class="hint" id={'s-' + name + '-hint'}>
        {hint}
      </p>
      <TextBox
        id={'s-' + name}
        type="text"
        autocomplete="off"
        aria-describedby={'s-' + name + '-hint'}
        value={asked[name] ?? ''}
        onText={(text) => set(name, text)}
        fold={FOLDS[name]}
      />
    </div>
  );

  return (
    <form
      class="case-search"
      role="search"
      aria-label="申請をさがす"
      onSubmit={(event) => {
        event.preventDefault();
        void search();
      }}
    >
      <div class="search-fields">
        {input('name', '氏名', '例：石狩 花子。かなだけなら、フリガナでもさがします')}
        {input('kana', 'フリガナ', 'はじめの2文字からでも')}
        {input('phone', '電話番号', 'ハイフンはなくても可')}
        {input('receiptNumber', '受付番号', '12桁の数字')}
      </div>
      <DayInput key={cleared} {...days.input('birthDate')} label="生年月日" example="1985-04-20" />
      {problem && <ProblemBox problem={problem} />}
      <div class="form-actions">
        <button type="submit" class="button button-main">
          さがす
        </button>
        <button
          type="button"
          class="button"
          onClick={() => {
            setAsked({});
            days.clear('birthDate');
            setCleared(cleared + 1);
            setTold('');
            setProblem(null);
            props.onFound(null, null);
          }}
        >
          条件を消して一覧に戻る
        </button>
      </div>
      <p role="status">{told}</p>
    </form>
  );
}
