/**
 * For clerks: make a document for a case, look at it, hand it over, replace and revoke it. For
 * residents: open what was handed over. For everybody: check by the code on a document whether it
 * holds. Trigger: the staff API, the resident API. Writes: the document with its state, how far the
 * documents of the case are, the event and the idempotency token in one transaction; the PDF under
 * the document's id in a bucket of its own. Reads: applications, of their own account and of the
 * clerk's divisions alone. Failures: characters that the font does not have are told before
 * anything is made; a document whose printing broke off stays with the case, can't be handed over,
 * and is discarded by a clerk.
 */
package jp.ishikari.link.documents;
