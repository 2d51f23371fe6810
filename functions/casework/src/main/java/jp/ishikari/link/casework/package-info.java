/**
 * For staff: find a case of their divisions, accept it (受理), return it (差戻し), reject it (却下) or
 * complete it (完了). Triggers: the staff API; the city's events and an operator's jobs, each by
 * queue, for the clerks' list. Reads: the list, applications, holds, events, receipts, people
 * index, procedures, calendar. Writes, in one transaction per decision: the application, its event,
 * its holds, the idempotency token; and, by what happened, one row of the list per case. Events:
 * accepted, returned, rejected, completed. Failures: a case of another division (as if it did not
 * exist), a step that the lifecycle does not have, a colleague who was first; an event whose case
 * can't be read yet comes again, then goes to the dead letter queue.
 */
package jp.ishikari.link.casework;
