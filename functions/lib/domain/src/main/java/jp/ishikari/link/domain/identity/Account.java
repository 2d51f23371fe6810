package jp.ishikari.link.domain.identity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * A resident's account under our own id.
 *
 * @param claims what the provider said, code point for code point, by OpenID Connect name
 * @param asOf the day on which it said so
 * @param lastSignInAt the sign-in before the present one; null at the first
 */
public record Account(
    String accountId, Map<String, String> claims, LocalDate asOf, Instant lastSignInAt) {}
