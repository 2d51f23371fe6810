package jp.ishikari.link.identity.store;

import java.time.Instant;

/**
 * A way by which an account can be signed in to.
 *
 * @param identity keyed hash of provider and subject
 * @param way name of the provider
 * @param since when it was attached; null for those from before that was noted
 */
public record AttachedWay(String identity, String way, Instant since) {}
