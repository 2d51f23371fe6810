/**
 * An authority of our own that issues what the My Number card carries, in the true profile and with
 * every flaw a verifier must see. For tests and for the city hall on one machine; its people are
 * invented. Never trust its roots where real residents sign.
 */
package jp.ishikari.link.testauthority;
