/**
 * A signature by the card's app: what is asked of it, what comes back, what is believed and kept.
 */
package jp.ishikari.link.identity.signing;
