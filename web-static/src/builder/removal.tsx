import { useState } from 'preact/hooks';
import { newKey, type Problem } from '../app/api.ts';
import { navigate } from '../app/router.ts';
import { staff } from '../console/api.ts';
import { Tool } from '../console/inputs.tsx';
import { screens } from '../staff-routes.generated.ts';
import { Notice, ProblemBox } from '../ui/notices.tsx';
import type { Editing } from './use-editor.ts';

/** Takes away for good what was never published. It asks first; that it was there stays on record. */
export function Removal(props: { procedureId: string; name: string; editing: Editing }) {
  const { editing, name } = props;
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [key] = useState(newKey);
  const remove = async () => {
    if (!(await editing.save())) return;
    const outcome = await staff('removeDesign', {
      params: { procedureId: props.procedureId },
      body: { revision: editing.revision },
      key,
    });
    if (outcome.ok) navigate(screens.DESIGNS.path + '?removed=' + encodeURIComponent(props.procedureId));
    else setProblem(outcome.problem);
  };
  return (
    <section class="b-panel">
      <h2>手続の削除</h2>
      <p>まだ公開していないので、削除できます。</p>
      {problem && <ProblemBox problem={problem} focus />}
      {asking ? (
        <Notice kind="warning" title={`「${name}」を削除しますか。`} focus>
          <p>質問も案内もなくなり、元に戻せません。だれがいつ削除したかは、手続の一覧に残ります。</p>
          <div class="b-tools">
            <button type="button" class="button button-small button-danger" onClick={() => void remove()}>
              削除する
            </button>
            <Tool about={name} onPress={() => setAsking(false)}>
              やめる
            </Tool>
          </div>
        </Notice>
      ) : (
        <Tool about={name} onPress={() => setAsking(true)}>
          この手続を削除する
        </Tool>
      )}
    </section>
  );
}
