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
