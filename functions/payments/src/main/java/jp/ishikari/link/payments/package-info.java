/**
 * For residents, and whoever pays for them: see what is to be paid and go to a gateway's own page
 * to do it. For clerks: fix the amount, record what was paid at the counter, ask for refunds and
 * decide on those of others. Trigger: the resident API (gateways' machines too), the staff API,
 * every minute, the events that end a case. Writes: the payment, its event, the hold of its case
 * and the idempotency token in one transaction. Reads: applications, of their own account and of
 * the clerk's divisions alone. Money is believed in only when the gateway was asked ({@link
 * jp.ishikari.link.payments.Settlement}); what fits nothing is recorded and moves nothing.
 * Failures: what is over, or under way already, can't be begun again.
 */
package jp.ishikari.link.payments;
