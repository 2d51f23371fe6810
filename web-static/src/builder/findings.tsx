import { useState } from 'preact/hooks';
import type { Form } from '../forms/index.ts';
import type { Finding } from '../console/design-types.ts';
import type { Place } from './outline.tsx';

/** What stands in the way, each with a way to its place. */
export function Findings(props: { findings: Finding[]; onPlace: (finding: Finding) => void }) {
  const { findings } = props;
  const errors = findings.filter((finding) => finding.severity === 'error').length;
  const [shown, setShown] = useState(false);
  return (
    <section aria-labelledby="b-findings">
      <h2 id="b-findings">
        見直すところ <span class="count">{findings.length}件</span>
      </h2>
      {findings.length === 0 ? (
        <p>ありません。公開できます。</p>
      ) : (
        <>
          <p>
            {errors > 0 ? `「必ず」の${errors}件を直すと公開できます。` : 'このまま公開できます。'}
            <button type="button" class="as-link" aria-expanded={shown ? 'true' : 'false'} onClick={() => setShown(!shown)}>
              {shown ? '閉じる' : '見る'}
              <span class="visually-hidden">（見直すところ）</span>
            </button>
          </p>
          {shown && (
            <ul class="b-findings">
              {findings.map((finding) => (
                <li key={finding.pointer + finding.code + finding.message}>
                  <span class={'badge b-' + finding.severity}>{finding.severity === 'error' ? '必ず' : 'できれば'}</span>
                  <button type="button" class="as-link" onClick={() => props.onPlace(finding)}>
                    {finding.message}
                  </button>
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </section>
  );
}

/** Where a finding can be mended: tab, open question, element that takes the focus. */
export function placeOf(finding: Finding, form: Form): Place & { tab: string; element: string } {
  const elsewhere = (tab: string, element = 'main') => ({ tab, page: null, field: null, element });
  const at = /^\/form\/pages\/(\d+)(?:\/fields\/(\d+))?(?:\/fields\/(\d+))?/.exec(finding.pointer);
  if (at !== null) {
    const page = form.pages[Number(at[1])];
    const field = page?.fields[Number(at[2])];
    const member = at[3] === undefined ? undefined : field?.fields?.[Number(at[3])];
    const id = (member || field)?.id;
    return {
      tab: 'questions',
      page: page === undefined ? null : page.id,
      field: id || null,
      element: id === undefined ? 'b-page-title' : 'b-label-' + id,
    };
  }
  if (finding.pointer.indexOf('/form/fee') === 0) return elsewhere('fee');
  if (finding.pointer.indexOf('/form/rules') === 0) return elsewhere('rules');
  if (finding.pointer.indexOf('/form/texts') === 0) return elsewhere('languages');
  if (finding.pointer.indexOf('/form/examples') === 0 || /example/.test(finding.code)) {
    return elsewhere('examples');
  }
  if (finding.pointer.indexOf('/form') === 0) return elsewhere('questions');
  if (finding.pointer.indexOf('/letters') === 0) return elsewhere('letters', 'b-' + finding.pointer.slice(1).replace('letters', 'letter').replace(/\//g, '-'));
  if (finding.pointer.indexOf('/texts') === 0) return elsewhere('languages');
  return elsewhere('guide', 'b-guide-' + finding.pointer.slice(1));
}
