package jp.ishikari.link.localcloud.idp;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * A client assertion counts once and lives at most five minutes (RFC 7523 section 3; デジタル認証アプリ
 * wants a unique {@code jti} and a short {@code exp}).
 */
final class AssertionOnce implements OAuth2TokenValidator<Jwt> {
  private static final Duration LONGEST_LIFE = Duration.ofMinutes(5);

  private final InstantSource clock;
  private final Map<String, Instant> seen = new HashMap<>();

  AssertionOnce(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public synchronized OAuth2TokenValidatorResult validate(Jwt assertion) {
    var now = clock.instant();
    seen.values().removeIf(expiry -> expiry.plus(LONGEST_LIFE).isBefore(now));
    var id = assertion.getId();
    var expiry = assertion.getExpiresAt();
    if (id == null || id.isEmpty()) {
      return refused("jti is required");
    }
    if (expiry == null || expiry.isAfter(now.plus(LONGEST_LIFE))) {
      return refused("exp must be at most five minutes ahead");
    }
    if (seen.putIfAbsent(id, expiry) != null) {
      return refused("jti was used before");
    }
    return OAuth2TokenValidatorResult.success();
  }

  private static OAuth2TokenValidatorResult refused(String why) {
    return OAuth2TokenValidatorResult.failure(
        new OAuth2Error(OAuth2ErrorCodes.INVALID_CLIENT, why, null));
  }
}
