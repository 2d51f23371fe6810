/**
 * Files in which gateways account for what they took, and how they are compared with the ledger.
 */
package jp.ishikari.link.payments.settlement;
