import { useState } from 'preact/hooks';
import { newKey, type Problem } from '../app/api.ts';
import { useStaffLoad } from '../console/load.ts';
import { pathOf } from '../app/router.ts';
import { dateTime, day } from '../app/words.ts';
import { saveFile } from '../app/save-file.ts';
import { screens } from '../staff-routes.generated.ts';
import { staff } from '../console/api.ts';
import { Heading } from '../ui/heading.tsx';
import { Link } from '../ui/link.tsx';
import { Notice, ProblemBox, Show } from '../ui/notices.tsx';
import { differences } from './differences.ts';
import { Pause } from './pause.tsx';
import { Tool } from '../console/inputs.tsx';
import type { Version } from '../console/design-types.ts';
import './builder.css';

/** Who published which version when and why; what differs; going back; pausing; taking along. */
export function Versions(props: { procedureId: string }) {
  const { procedureId } = props;
  const [turn, setTurn] = useState(0);
  const { loaded, reload } = useStaffLoad(procedureId + turn, async () => {
    const design = await staff('readDesign', { params: { procedureId } });
    if (!design.ok) return design;
    const list = await staff('listVersions', { params: { procedureId } });
    return list.ok ? { ok: true as const, value: { design: design.value, versions: list.value.versions } } : list;
  });
  const [told, setTold] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const after = (problemOrNull: Problem | null, words: string) => {
    setProblem(problemOrNull);
    setTold(problemOrNull === null ? words : null);
    if (problemOrNull === null) setTurn(turn + 1);
  };
  return (
    <Show loaded={loaded} retry={reload} title={screens.DESIGN_VERSIONS.title}>
      {({ design, versions }) => (
        <>
          <Heading title={design.name || procedureId} caption={screens.DESIGN_VERSIONS.title} />
          <p>
            <Link to={pathOf(screens.DESIGN.path, { procedureId })}>編集する</Link>
          </p>
          {told !== null && <Notice kind="success" title={told} focus />}
          {problem && <ProblemBox problem={problem} focus />}
          {versions.length === 0 && <p>まだ公開していません。</p>}
          {versions.length > 0 && (
            <div class="b-panel">
              <Pause procedureId={procedureId} version={versions[0]!.version} paused={versions[0]!.paused} onDone={(words) => after(null, words)} />
            </div>
          )}
          <ol class="b-versions" reversed>
            {versions.map((version) => (
              <li key={version.version}>
                <VersionCard
                  procedureId={procedureId}
                  version={version}
                  onRestore={async () => {
                    const outcome = await staff('restoreVersion', {
                      params: { procedureId },
                      body: { version: version.version, revision: design.revision || 0 },
                      key: newKey(),
                    });
                    after(outcome.ok ? null : outcome.problem, `第${version.version}版を下書きに戻しました。公開するまで、住民には見えません。`);
                  }}
                />
              </li>
            ))}
          </ol>
          <Tool about={design.name || procedureId} onPress={() => void download(procedureId, setProblem)}>
            下書きをファイルに書き出す
          </Tool>
        </>
      )}
    </Show>
  );
}

function VersionCard(props: { procedureId: string; version: Version; onRestore: () => void }) {
  const { procedureId, version } = props;
  const [lines, setLines] = useState<string[] | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [asking, setAsking] = useState(false);
  const name = `第${version.version}版`;
  const compare = async (from: number, to: number) => {
    const outcome = await staff('compareVersions', { params: { procedureId }, query: { from: String(from), to: String(to) } });
    setProblem(outcome.ok ? null : outcome.problem);
    if (outcome.ok) setLines(differences(outcome.value));
  };
  return (
    <article class="card">
      <h2>
        {name} {version.paused && <span class="badge">休止</span>}
      </h2>
      <p>
        {version.at === undefined ? 'はじめからある版' : `${dateTime(version.at)}　${version.by || ''}${version.approvedBy ? `（承認 ${version.approvedBy}）` : ''}`}
        {version.change && `　${version.change === 'MINOR' ? '小さな変更' : '大きな変更'}`}
      </p>
      {(version.opensOn || version.closesOn) && (
        <p>
          受付：{version.opensOn ? day(version.opensOn) : ''}〜{version.closesOn ? day(version.closesOn) : ''}
        </p>
      )}
      {version.capacity !== undefined && <p>定員：{version.capacity}件</p>}
      {version.note && <p>{version.note}</p>}
      <div class="b-tools">
        {version.version > 1 && (
          <Tool about={name} onPress={() => void compare(version.version - 1, version.version)}>
            前の版とのちがい
          </Tool>
        )}
        <Tool about={name} onPress={() => void compare(version.version, 0)}>
          下書きとのちがい
        </Tool>
        <Tool about={name} onPress={() => setAsking(true)}>
          この版に戻す
        </Tool>
      </div>
      {asking && (
        <Notice kind="warning" title={`下書きを${name}の内容に置きかえますか。`} focus>
          <p>いまの下書きはなくなります。公開している版は変わりません。</p>
          <div class="b-tools">
            <Tool
              about={name}
              onPress={() => {
                setAsking(false);
                props.onRestore();
              }}
            >
              置きかえる
            </Tool>
            <Tool about={name} onPress={() => setAsking(false)}>
              やめる
            </Tool>
          </div>
        </Notice>
      )}
      {problem && <ProblemBox problem={problem} focus />}
      {lines !== null && (
        <div role="status">
          <h3>ちがい</h3>
          {lines.length === 0 ? (
            <p>ちがいはありません。</p>
          ) : (
            <ul>
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
        </div>
      )}
    </article>
  );
}

async function download(procedureId: string, onProblem: (problem: Problem | null) => void): Promise<void> {
  const outcome = await staff('exportDesign', { params: { procedureId } });
  onProblem(outcome.ok ? null : outcome.problem);
  if (outcome.ok) saveFile(procedureId + '.json', outcome.value);
}
