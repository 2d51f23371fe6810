/**
 * Terminals at the counter (窓口の端末), visits at them, and the ports that keep them. Refuses protocols
 * and cookies.
 */
package jp.ishikari.link.domain.counter;
