import type { Case } from '../app/types.ts';
import { Notice } from '../ui/notices.tsx';
import { written } from './as-written.ts';

/** What the form asks and the paper does not say, or says so that nobody can read it. */
export function Lacking(props: { lacking: Case['lacking'] }) {
  const { lacking } = props;
  if (lacking.length === 0) return null;
  return (
    <Notice kind="warning" title={`書類に足りない・読み取れないところが${lacking.length}か所あります。`}>
      <p>様式に照らすと、次のとおりです。</p>
      <ul>
        {lacking.map((one) => (
          <li key={one.path}>
            {one.message}
            {one.written !== undefined && <span class="small as-written">（書類の記載：{written(one.written)}）</span>}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
