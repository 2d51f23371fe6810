package jp.ishikari.link.applications.store;

import java.time.Instant;
import java.util.Optional;
import jp.ishikari.link.domain.SpokenCode;

/**
 * That an ownerless application (sent in without signing in) may be taken into an account by
 * whoever knows its code, once (引継ぎ).
 *
 * @param claimId hash of the code, which only the applicant has
 */
public record Claim(String claimId, String applicationId, Instant expiresAt) {

  /** The id that belongs to a code as a person types it, in whatever width and spelling. */
  public static Optional<String> idOf(String code) {
    return SpokenCode.hash("claim", code);
  }
}
