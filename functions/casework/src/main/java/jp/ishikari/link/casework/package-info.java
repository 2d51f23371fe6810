/**
 * For staff: find a case of their divisions, accept it (受理), return it (差戻し), reject it (却下) or
 * complete it (完了). Trigger: the staff API. Reads: applications, events, receipts, people index,
 * procedures, calendar. Writes, in one transaction per decision: the application, its event, the
 * idempotency token. Events: accepted, returned, rejected, completed. Failures: a case of another
 * division (as if it did not exist), a step that the lifecycle does not have, a colleague who was
 * first.
 */
package jp.ishikari.link.casework;
