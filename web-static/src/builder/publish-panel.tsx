import { useRef, useState } from 'preact/hooks';
import { newKey, type Problem } from '../app/api.ts';
import { useLoad } from '../app/load.ts';
import { Brought, useTyped } from '../console/typed.tsx';
import { COUNTERS, stopsAtUnread } from '../console/whole-number.ts';
import { DayInput, useDays, type DayTexts } from '../ui/day-input.tsx';
import { Notice, ProblemBox, Show, type Inputs } from '../ui/notices.tsx';
import { staff } from '../console/api.ts';
import { Approval } from './approval.tsx';
import { Pause } from './pause.tsx';
import { Removal } from './removal.tsx';
import { Check, mistakeOf, NumberInput, TextInput, Tool } from '../console/inputs.tsx';
import type { PublicationBody, Publishing } from '../console/design-types.ts';
import type { Editing } from './use-editor.ts';

interface About {
  procedureId: string;
  editing: Editing;
  publishedVersion: number | undefined;
  onPublished: () => void;
}

/** What is typed before publishing. */
interface Wish {
  change: 'MINOR' | 'MAJOR';
  note?: string;
  capacity?: number;
  recount: boolean;
  days: DayTexts<'opensOn' | 'closesOn'>;
}

/** Where what the server says of a publication belongs. */
const INPUTS: Inputs = {
  note: { name: '変更の内容と理由', id: 'b-note' },
  opensOn: { name: '受付を始める日', id: 'b-opensOn' },
  closesOn: { name: '受付を終える日', id: 'b-closesOn' },
  capacity: { name: '定員', id: 'b-capacity' },
};

/** Makes the draft the next version: what it means for running drafts, for which days, and why. */
export function PublishPanel(props: About) {
  const [turn, setTurn] = useState(0);
  const [told, setTold] = useState<string | null>(null);
  const [published, setPublished] = useState(props.publishedVersion ?? 0);
  const { procedureId, editing } = props;
  const { loaded, reload } = useLoad('publishing' + turn, async () => {
    const design = await staff('readDesign', { params: { procedureId } });
    if (!design.ok) return design;
    const list = await staff('listVersions', { params: { procedureId } });
    return list.ok ? { ok: true as const, value: { publishing: design.value.publishing!, newest: list.value.versions[0] } } : list;
  });
  // Without knowing what is set for the published version, publishing would take it away.
  return (
    <Show loaded={loaded} retry={reload}>
      {({ publishing, newest }) => (
        <>
          <Form key={turn} {...props} publishing={publishing} again={() => setTurn(turn + 1)} published={setPublished} />
          {published > 0 && (
            <section class="b-panel">
              <h2>公開している版</h2>
              {told !== null && <Notice key={told + turn} kind="success" title={told} focus />}
              <PublicPage address={publishing.page} />
              <Pause
                procedureId={procedureId}
                version={Math.max(published, newest?.version ?? 0)}
                paused={newest?.paused ?? false}
                onDone={(words, revision) => {
                  editing.follow(revision);
                  setTold(words);
                  setTurn(turn + 1);
                }}
              />
            </section>
          )}
          {published === 0 && <Removal procedureId={procedureId} name={editing.doc.name || procedureId} editing={editing} />}
        </>
      )}
    </Show>
  );
}

function Form(props: About & { publishing: Publishing; again: () => void; published: (version: number) => void }) {
  const { editing, publishing } = props;
  const kept = useTyped<Wish>('publication:' + props.procedureId, {
    change: props.publishedVersion === undefined ? 'MAJOR' : 'MINOR',
    ...(publishing.capacity === undefined ? {} : { capacity: publishing.capacity }),
    recount: false,
    days: {},
  });
  const { change, note, capacity, recount } = kept.typed;
  const days = useDays<'opensOn' | 'closesOn'>(
    'b-',
    { opensOn: publishing.opensOn, closesOn: publishing.closesOn },
    kept.typed.days,
    (texts) => kept.change({ days: texts }),
  );
  const [problem, setProblem] = useState<Problem | null>(null);
  const [done, setDone] = useState<number | 'asked' | null>(null);
  const [busy, setBusy] = useState(false);
  const [key, setKey] = useState(newKey);
  const panel = useRef<HTMLElement>(null);
  const errors = editing.findings.filter((finding) => finding.severity === 'error').length;

  const publish = async () => {
    if (busy) return;
    const period = days.read();
    if (period === null || stopsAtUnread(panel.current)) return;
    setBusy(true);
    setProblem(null);
    if (await editing.save()) {
      const body: PublicationBody = { revision: editing.revision, change, note: note || '', recount, ...period };
      if (capacity !== undefined) body.capacity = capacity;
      const outcome = await staff('publishDesign', { params: { procedureId: props.procedureId }, body, key });
      if (outcome.ok) {
        kept.forget();
        setDone(outcome.value.version === undefined ? 'asked' : outcome.value.version);
        if (outcome.value.version !== undefined) props.published(outcome.value.version);
      }
      if (!outcome.ok) setProblem(outcome.problem);
      // Another attempt with other words is another wish; after silence it is the same one.
      if (outcome.ok || outcome.problem.status !== 0) setKey(newKey());
    }
    setBusy(false);
  };
  if (done !== null) {
    return (
      <section class="b-panel">
        <h2>公開</h2>
        <Notice kind="success" title={done === 'asked' ? '公開の承認を依頼しました。' : `第${done}版を公開しました。`} focus>
          <p>
            {done === 'asked'
              ? '同じ課のほかの課管理者が「公開」で承認すると、住民に公開されます。'
              : 'まもなく、住民が見る手続の案内と検索に出ます。'}
          </p>
          {done !== 'asked' && <PublicPage address={publishing.page} />}
          <Tool about="公開" onPress={props.onPublished}>
            編集に戻る
          </Tool>
        </Notice>
      </section>
    );
  }
  if (publishing.awaiting !== undefined) {
    return (
      <Approval
        procedureId={props.procedureId}
        revision={editing.revision}
        publishing={publishing}
        waiting={publishing.awaiting}
        onDone={(version) => {
          if (version !== undefined) {
            setDone(version);
            props.published(version);
          } else {
            props.again();
            props.onPublished();
          }
        }}
      />
    );
  }
  return (
    <section class="b-panel" ref={panel}>
      <h2>公開</h2>
      <Brought of={{ ...kept, erase: () => (days.reset(), kept.erase()) }} />
      {publishing.declined && (
        <Notice kind="warning" title="公開は承認されませんでした。">
          <p>{publishing.declined}</p>
        </Notice>
      )}
      {publishing.secondPerson && <p>この課では、公開にはほかの課管理者の承認が必要です。</p>}
      {errors > 0 && <Notice kind="warning" title={`公開の前に直すところが${errors}件あります。「見直すところ」をご覧ください。`} />}
      <fieldset class="b-condition">
        <legend>入力の途中の方への影響</legend>
        {props.publishedVersion !== undefined && (
          <p>
            {publishing.running === 0
              ? 'いま、書きかけを保存している方はいません。'
              : `いま、${publishing.running}件の書きかけが保存されています。`}
          </p>
        )}
        {(['MINOR', 'MAJOR'] as const).map((one) => (
          <div class="choice" key={one}>
            <input
              type="radio"
              name="b-change"
              id={'b-change-' + one}
              checked={change === one}
              onChange={() => kept.change({ change: one })}
            />
            <label for={'b-change-' + one}>
              {one === 'MINOR' ? '小さな変更' : '大きな変更'}
              <span class="hint">
                {one === 'MINOR'
                  ? '途中まで入力した方は、そのまま申請できます。合わない答えだけ、直していただきます。'
                  : '途中まで入力した方には、新しい様式で内容をもう一度確かめていただきます。入力は残ります。'}
              </span>
            </label>
          </div>
        ))}
      </fieldset>
      <TextInput id="b-note" label="変更の内容と理由" hint="版の一覧に残ります。住民には見えません。" lines={2} value={note} onText={(text) => kept.change({ note: text })} mistake={mistakeOf(problem, 'note')} />
      {publishing.paused && (
        <Notice kind="info" title="いまは受付を止めています。">
          <p>公開しても止めたままです。受付は、下の「受付を再開する」で始まります。</p>
        </Notice>
      )}
      <DayInput key={'opensOn' + kept.turn} {...days.input('opensOn')} label="受付を始める日（なくてもよい）" />
      <DayInput key={'closesOn' + kept.turn} {...days.input('closesOn')} label="受付を終える日（なくてもよい）" />
      <NumberInput key={'capacity' + kept.turn} id="b-capacity" units={COUNTERS} label="定員：受け付ける件数（なくてもよい）" value={capacity} onNumber={(number) => kept.change({ capacity: number })} />
      {capacity !== undefined && (
        <p class="hint">
          おひとり1件まで（アカウントごと、または確認したメールアドレスごと）受け付けます。そのため、ログインを求めない手続では、いつも表示される必須のメールアドレスの質問が要ります。
        </p>
      )}
      {capacity !== undefined && publishing.held !== undefined && (
        <>
          <p>これまでに{publishing.held}件受け付けています（取下げと却下を除く）。</p>
          <Check label="これまでの分は数えず、新しい回として数え直す" checked={recount} onCheck={(checked) => kept.change({ recount: checked })} />
        </>
      )}
      {problem && <ProblemBox key={key} problem={problem} inputs={INPUTS} focus />}
      <p>
        <button type="button" class="button button-main" aria-disabled={busy} onClick={() => void publish()}>
          {busy ? '送っています…' : publishing.secondPerson ? '公開の承認を依頼する' : '公開する'}
        </button>
      </p>
    </section>
  );
}

/** Where residents read of the procedure. */
function PublicPage(props: { address: string }) {
  return (
    <p>
      <a href={props.address} target="_blank" rel="noopener noreferrer">
        住民が見るページを開く（新しい画面）
      </a>
    </p>
  );
}
