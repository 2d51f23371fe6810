/** What accountants read and take out of the ledger, and in which words. */
package jp.ishikari.link.payments.ledger;
