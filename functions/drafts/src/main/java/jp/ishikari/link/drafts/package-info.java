/**
 * For residents: save an application (申請) that is half filled in, and go on with it on any device:
 * by signing in, or with the code it was saved under. Trigger: the resident API. Reads: drafts,
 * procedures. Writes: the draft and the idempotency token in one transaction; sending the
 * application in ends the draft. Failures: an unknown code, a draft that is another's or has
 * expired (as if it did not exist), another screen that saved first.
 */
package jp.ishikari.link.drafts;
