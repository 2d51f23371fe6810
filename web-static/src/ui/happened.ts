import type { TimelineEntry } from '../app/types.ts';

/** What can happen to an application, in words. */
export const HAPPENED: Record<TimelineEntry['type'], string> = {
  SUBMITTED: '申請',
  RETURNED: '差戻し（補正の依頼）',
  CORRECTED: '補正して再提出',
  ACCEPTED: '受理',
  COMPLETED: '完了',
  REJECTED: '却下',
  WITHDRAWN: '取下げ',
  CLAIMED: '申請状況への引継ぎ',
  SIGNATURE_RESOLVED: '署名の確認',
  WRITTEN_BY_CITY: 'メッセージ',
  REFUSED: '受け付けられない書類',
  ISSUED: '市役所からの文書',
  PRICED: '手数料',
};
