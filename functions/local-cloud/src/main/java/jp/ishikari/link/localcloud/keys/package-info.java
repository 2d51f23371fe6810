/**
 * KMS, as far as a city hall uses it.
 *
 * <p>Protocol: JSON 1.1, {@code X-Amz-Target: TrentService.<action>}. A key comes into being the
 * first time its alias is used, with the kind that this use needs, and keeps it. Key material lies
 * in files that only their owner can read; this protects nothing beyond one machine.
 */
package jp.ishikari.link.localcloud.keys;
