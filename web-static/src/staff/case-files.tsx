import { useState } from 'preact/hooks';
import type { Problem } from '../app/api.ts';
import type { CaseFile } from '../app/types.ts';
import { dateTime } from '../app/words.ts';
import type { Answers, FieldJson, PageJson } from '../apply/definition.ts';
import { megabytes } from '../app/file-size.ts';
import { own } from '../forms/index.ts';
import { Notice, ProblemBox } from '../ui/notices.tsx';
import { staff } from '../console/api.ts';
import { Folded } from '../console/folded.tsx';
import { staffSessionEnded } from '../console/session.ts';
import { FileViewer } from './file-viewer.tsx';

const STATES: Record<CaseFile['state'], string> = {
  SENDING: '送信の途中です',
  WAITING: '安全を確認しています（ふつうは数秒です）',
  CLEAN: '',
  INFECTED: 'ウイルスが見つかったため、開けません。送り直しを依頼してください',
  UNREADABLE: '壊れているため、開けません。送り直しを依頼してください',
  ENCRYPTED: 'パスワードがかかっているため、開けません。送り直しを依頼してください',
  UNSUITABLE: '送れる種類のファイルではありません。送り直しを依頼してください',
  OVERSIZED: '画素が多すぎるため、開けません。送り直しを依頼してください',
  REMOVED: '取り消されました',
};

/** Ids of the files that the answers name, in their order. */
export function namedFiles(fields: FieldJson[], answers: Answers): string[] {
  return fields.reduce<string[]>((ids, field) => {
    const value = own(answers, field.id);
    if (!Array.isArray(value)) return ids;
    if (field.type === 'file') return ids.concat(value as string[]);
    if (field.type !== 'group') return ids;
    return (value as Answers[]).reduce<string[]>((all, item) => all.concat(namedFiles(field.fields ?? [], item)), ids);
  }, []);
}

/** Whether the form asks for files at all. */
export function asksForFiles(pages: PageJson[]): boolean {
  const asks = (field: FieldJson): boolean => field.type === 'file' || (field.fields ?? []).some(asks);
  return pages.some((page) => page.fields.some(asks));
}

/** The files of a case: those that the answers name now, then those that a correction has replaced. */
export function CaseFiles(props: {
  applicationId: string;
  files: CaseFile[];
  named: string[];
  /** Asks anew how far the scans are. */
  again: () => void;
}) {
  const { applicationId, files, named } = props;
  const [seen, setSeen] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const current = named.reduce<CaseFile[]>((list, id) => list.concat(files.filter((file) => file.fileId === id)), []);
  const others = files.filter((file) => named.indexOf(file.fileId) < 0);
  const replaced = others.filter((file) => !file.inMessage);
  const inMessages = others.filter((file) => file.inMessage);
  const clean = current.concat(inMessages, replaced).filter((file) => file.state === 'CLEAN');
  const at = clean.findIndex((file) => file.fileId === seen);

  const download = async (file: CaseFile) => {
    const outcome = await staff('openCaseFile', { params: { applicationId }, body: { fileId: file.fileId } });
    setProblem(outcome.ok ? null : outcome.problem);
    if (outcome.ok) location.assign(outcome.value.url);
    else if (outcome.problem.status === 401) staffSessionEnded();
  };

  const row = (file: CaseFile, old: boolean) => (
    <li class="file-row" key={file.fileId}>
      <span class="file-name">
        {file.name}
        <span class="file-size">（{megabytes(file.size)}）</span>
        <span class="file-state">
          {dateTime(file.sentAt)}に届きました。{old && '補正で差し替えられた、前のファイルです。'}
        </span>
        {STATES[file.state] !== '' && <span class={file.state === 'WAITING' ? 'file-state' : 'mistake'}>{STATES[file.state]}</span>}
      </span>
      {file.state === 'CLEAN' && (
        <span class="file-actions no-print">
          <button type="button" class="as-link" id={'see-' + file.fileId} onClick={() => setSeen(file.fileId)}>
            見る
            <span class="visually-hidden">（{file.name}）</span>
          </button>
          <button type="button" class="as-link" onClick={() => void download(file)}>
            ダウンロード
            <span class="visually-hidden">（{file.name}）</span>
          </button>
        </span>
      )}
    </li>
  );

  return (
    <section class="case-files" aria-labelledby="files-title">
      <h2 id="files-title">添付書類</h2>
      {problem && <ProblemBox problem={problem} focus />}
      {files.length === 0 ? <p>添付書類はありません。</p> : <ul class="plain file-list">{current.map((file) => row(file, false))}</ul>}
      {inMessages.length > 0 && (
        <>
          <h3>メッセージで届いたファイル</h3>
          <ul class="plain file-list">{inMessages.map((file) => row(file, false))}</ul>
        </>
      )}
      {replaced.length > 0 && (
        <Folded title={`差し替え前のファイル（${replaced.length}件）`}>
          <ul class="plain file-list">{replaced.map((file) => row(file, true))}</ul>
        </Folded>
      )}
      {files.some((file) => file.state === 'WAITING') && (
        <p class="no-print">
          <button type="button" class="button button-small" onClick={props.again}>
            確認が終わったかを見る
          </button>
        </p>
      )}
      {files.some((file) => file.state === 'INFECTED') && (
        <Notice kind="warning" title="ウイルスが見つかったファイルは、だれも開けない場所に隔離しています。">
          <p>申請した方には、申請状況の画面に表示しています。差し戻して、送り直しを依頼してください。</p>
        </Notice>
      )}
      {at >= 0 && (
        <FileViewer
          key={clean[at]!.fileId}
          applicationId={applicationId}
          file={clean[at]!}
          before={at > 0 ? () => setSeen(clean[at - 1]!.fileId) : null}
          after={at < clean.length - 1 ? () => setSeen(clean[at + 1]!.fileId) : null}
          close={() => {
            document.getElementById('see-' + clean[at]!.fileId)?.focus();
            setSeen(null);
          }}
        />
      )}
    </section>
  );
}
