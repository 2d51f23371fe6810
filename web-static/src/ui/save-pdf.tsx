import { useRef, useState } from 'preact/hooks';
import type { Outcome, Problem } from '../app/api.ts';
import { saveBytes } from '../app/save-file.ts';
import { ProblemBox } from './notices.tsx';

/** A PDF that is made while one waits, to be saved. */
export function SavePdf(props: {
  label: string;
  ask: () => Promise<Outcome<{ name: string; pdf: string }>>;
  onProblem: (problem: Problem) => void;
}) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [making, setMaking] = useState(false);
  const busy = useRef(false);
  const save = async () => {
    if (busy.current) return;
    busy.current = true;
    setMaking(true);
    const outcome = await props.ask();
    busy.current = false;
    setMaking(false);
    setProblem(outcome.ok ? null : outcome.problem);
    if (outcome.ok) saveBytes(outcome.value.name, 'application/pdf', outcome.value.pdf);
    else props.onProblem(outcome.problem);
  };
  return (
    <div class="no-print">
      {problem && <ProblemBox problem={problem} focus />}
      <p>
        <button type="button" class="button" aria-disabled={making} onClick={() => void save()}>
          {making ? '作成しています…' : props.label}
        </button>
      </p>
    </div>
  );
}
