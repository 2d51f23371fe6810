package jp.ishikari.link.testkit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import jp.ishikari.link.domain.signing.Evidence;
import jp.ishikari.link.domain.signing.Signature;
import jp.ishikari.link.domain.signing.Signature.Item;
import jp.ishikari.link.domain.signing.Signature.Match;
import jp.ishikari.link.domain.signing.SigningRequest;

/** What a verifier notes of a signature of the sample's applicant. */
public final class SampleSignature {

  private SampleSignature() {}

  /** Verified now, with this answer about its revocation. */
  public static Signature of(Signature.Revocation revocation) {
    return new Signature(
        "00ff",
        revocation,
        Instant.now().truncatedTo(ChronoUnit.MILLIS),
        new Signature.Card("［吉］田　花子", "北海道石狩市花川北６条１丁目３０－２", LocalDate.of(1989, 1, 7), "2"),
        Map.of(Item.NAME, Match.SUBSTITUTED, Item.BIRTH_DATE, Match.SAME));
  }

  /** The request, signed. */
  public static SigningRequest on(SigningRequest request, Signature.Revocation revocation) {
    return request.with(of(revocation), evidence());
  }

  /** What proves it. */
  public static Evidence evidence() {
    return new Evidence(
        new byte[] {1}, new byte[] {2}, null, "DIGEST_INFO", "card", "2.999", "keyed-hash", null);
  }
}
