import type { State } from '../app/types.ts';

/** How a state is told to clerks. */
export const STATE_FOR_STAFF: Record<State, string> = {
  SUBMITTED: '審査待ち',
  ACCEPTED: '受理（審査中）',
  RETURNED: '差戻し（補正待ち）',
  COMPLETED: '完了',
  REJECTED: '却下',
  WITHDRAWN: '取下げ',
};

const OVER: State[] = ['COMPLETED', 'REJECTED', 'WITHDRAWN'];

/**
 * What the case waits for, where that is not the decision of whoever reads it; null where it is.
 *
 * @param decides whether their role decides on cases at all
 */
export function waitsFor(state: State, decides: boolean): string | null {
  if (OVER.indexOf(state) >= 0) return `この申請は終わっています（${STATE_FOR_STAFF[state]}）。審査の操作はありません。`;
  const returned = state === 'RETURNED' ? '申請者の補正を待っています。補正が届くと「審査待ち」に戻り、審査を続けられます。' : '';
  if (!decides) return returned + 'あなたの役割では、この申請を見ることだけができます。審査は、審査をする職員が行います。';
  return returned === '' ? null : returned + '補正されないときは、理由を付けて却下できます。';
}
