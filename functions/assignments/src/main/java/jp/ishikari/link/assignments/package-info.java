/**
 * For clerks: who works on a case (担当者), labels by which a list is looked through, and notes that
 * the applicant never sees. Trigger: the staff API. Writes: who and which, or the note, with its
 * event and the idempotency token in one transaction. Reads: applications of the clerk's divisions
 * alone, and which colleagues may decide there. Failures: whoever changes what a colleague has just
 * changed is told what it is now; a note comes after the other.
 */
package jp.ishikari.link.assignments;
