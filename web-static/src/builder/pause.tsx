import { useState } from 'preact/hooks';
import { newKey, type Problem } from '../app/api.ts';
import { staff } from '../console/api.ts';
import { mistakeOf, TextInput, Tool } from '../console/inputs.tsx';
import { useTyped } from '../console/typed.tsx';
import { ProblemBox } from '../ui/notices.tsx';

/** Stops taking applications to the published version for a while, or takes them again. */
export function Pause(props: {
  procedureId: string;
  /** The published one. */
  version: number;
  paused: boolean;
  /** @param revision that the draft has by now */
  onDone: (words: string, revision: number) => void;
}) {
  const { version } = props;
  const kept = useTyped<{ note?: string }>((props.paused ? 'resume:' : 'pause:') + props.procedureId, {});
  const { note } = kept.typed;
  const [problem, setProblem] = useState<Problem | null>(null);
  const [tries, setTries] = useState(0);
  const paused = !props.paused;
  const word = paused ? '受付を止める' : '受付を再開する';
  return (
    <>
      {problem && <ProblemBox key={tries} problem={problem} inputs={{ note: { name: word + '理由', id: 'b-pause-note' } }} focus />}
      <TextInput id="b-pause-note" label={word + '理由'} mistake={mistakeOf(problem, 'note')} value={note} onText={(text) => kept.change({ note: text })} />
      <Tool
        about={`第${version}版`}
        onPress={async () => {
          const outcome = await staff('pauseProcedure', {
            params: { procedureId: props.procedureId },
            body: { version, paused, note: note || '' },
            key: newKey(),
          });
          setTries(tries + 1);
          setProblem(outcome.ok ? null : outcome.problem);
          if (!outcome.ok) return;
          kept.forget();
          props.onDone(paused ? '受付を止めました。手続の案内は見えたままです。' : '受付を再開しました。', outcome.value.revision);
        }}
      >
        {word}
      </Tool>
    </>
  );
}
