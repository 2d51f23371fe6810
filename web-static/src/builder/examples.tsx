import type { Example, Form } from '../forms/index.ts';
import { day, yen } from '../app/words.ts';
import { Tool } from '../console/inputs.tsx';
import { mismatchInWords } from './mismatches.ts';
import type { Editing } from './use-editor.ts';

/** Applications with their expected outcome, run at each save. */
export function Examples(props: { form: Form; editing: Editing; onForm: (form: Form) => void; onTry: (example: Example) => void }) {
  const { form, editing } = props;
  const examples = form.examples || [];
  return (
    <section class="b-panel">
      <h2>例</h2>
      <p>「住民が見る画面」に入力して「送信をためす」を押すと、その入力と結果を例として残せます。保存のたびに、同じ結果になるかを確かめます。</p>
      {examples.length === 0 ? (
        <p>まだありません。</p>
      ) : (
        <ul class="b-examples">
          {examples.map((example) => {
            const tried = editing.examples.filter((one) => one.id === example.id)[0];
            return (
              <li key={example.id}>
                <p>
                  <strong>{example.title}</strong>
                  {tried !== undefined && (
                    <span class={'badge b-' + (tried.passed ? 'passed' : 'error')}>{tried.passed ? '期待どおり' : '期待とちがう'}</span>
                  )}
                </p>
                <p class="hint">
                  {day(example.today)}の申請。{example.expect.accepted ? '受け付ける' : '受け付けない'}
                  {example.expect.fee !== undefined && `、手数料 ${yen(example.expect.fee)}`}
                </p>
                {tried !== undefined && !tried.passed && (
                  <ul>
                    {tried.mismatches.map((one) => (
                      <li key={one.what}>
                        {mismatchInWords(one, form)}
                      </li>
                    ))}
                  </ul>
                )}
                <Tool about={example.title} onPress={() => props.onTry(example)}>
                  入力を直す・もう一度ためす
                </Tool>
                <Tool
                  about={example.title}
                  onPress={() => {
                    const left = examples.filter((one) => one.id !== example.id);
                    const next = { ...form };
                    if (left.length === 0) delete next.examples;
                    else next.examples = left;
                    props.onForm(next);
                  }}
                >
                  例を消す
                </Tool>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
