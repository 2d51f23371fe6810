/**
 * For system administrators: how staff sign in. For user administrators: who of the staff may use
 * the console, with which roles, in which divisions, from when to when, and who stands in for whom.
 * Trigger: the staff API. Reads: staff, their changes, divisions, the sign-in policy. Writes, in
 * one transaction per change: the registration, the record of who changed what, the idempotency
 * token; for a new member also the identity they sign in with. Failures: one's own registration,
 * the last administrator, a colleague who saved first. Signing in and its one-time code are of the
 * capability identity; a change counts from the member's next request on.
 */
package jp.ishikari.link.staffdirectory;
