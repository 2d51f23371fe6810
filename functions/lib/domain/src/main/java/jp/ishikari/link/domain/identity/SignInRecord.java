package jp.ishikari.link.domain.identity;

import java.time.Instant;

/**
 * That somebody signed in, for themself to look at.
 *
 * @param device as in {@link Session}
 */
public record SignInRecord(String accountId, Instant at, String device) {}
