/**
 * For residents: apply, follow, correct (補正), withdraw (取下げ) and take over what was sent in without
 * signing in (引継ぎ). Trigger: the resident API. Reads: procedures, calendar, own applications and
 * their events. Writes, in one transaction per step: the application, its receipt number, its
 * event, the idempotency token and the people index. Events: submitted, corrected, withdrawn,
 * claimed. Failures: answers that are wrong, a form that has changed, an application that is not
 * one's own (as if it did not exist), a step that the lifecycle does not have, a race that was
 * lost.
 */
package jp.ishikari.link.applications;
