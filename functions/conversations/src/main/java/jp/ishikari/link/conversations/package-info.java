/**
 * For residents and clerks: write to each other about one application, and see what is new. A
 * clerk's message may ask for an answer by a day; until it comes the clock of the case stands
 * still. Who keeps a division keeps sentences (定型文) ready for its clerks. Trigger: the resident
 * API, the staff API. Writes: the message, how far the conversation is, a hold that begins or ends
 * with it, its event and the idempotency token in one transaction. Reads: applications, of their
 * own account and of the clerk's divisions alone. Failures: a case that has been over for long, or
 * a conversation that is too long, takes no message any more.
 */
package jp.ishikari.link.conversations;
