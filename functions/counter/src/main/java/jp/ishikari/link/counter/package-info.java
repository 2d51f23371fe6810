/**
 * For visitors and staff at the counter (窓口): terminals that staff have registered, visits that
 * begin with a proof of the terminal's key and end on the server. Trigger: the resident and the
 * staff API. Reads: terminals, visits, divisions. Writes: terminals with the idempotency token in
 * one transaction; visits, challenges. Failures: an unknown or expired code, a key that is none, a
 * proof that is forged, repeated or for another city, a terminal that is unknown or revoked.
 */
package jp.ishikari.link.counter;
