/**
 * A payment gateway as KOMOJU's public documents describe it: sessions, payments, refunds, signed
 * notices, and a page to pay on. Every failure that a real one has can be made happen by hand. No
 * money moves.
 */
package jp.ishikari.link.localcloud.pay;
