package jp.ishikari.link.signature;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.ishikari.link.testauthority.Flaw;
import jp.ishikari.link.testauthority.Person;
import jp.ishikari.link.testauthority.TestAuthority;
import jp.ishikari.link.testauthority.TestCard;

/** The authority, its cards and a verifier that trusts it; keys are made once, they take long. */
final class Cards {
  static final Instant SINCE = Instant.parse("2023-07-16T00:50:27Z");
  static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");
  static final byte[] CONTENT =
      "{\"氏名\":\"石狩　花子\",\"手続\":\"サンプル\"}".getBytes(StandardCharsets.UTF_8);

  static final TestAuthority SIGNATURE = TestAuthority.forSignature(SINCE);
  static final TestAuthority NEXT_GENERATION = TestAuthority.forSignature(SINCE);
  static final TestAuthority AUTHENTICATION = TestAuthority.forAuthentication(SINCE);
  static final KeyPair KEYS = TestAuthority.keys(2048);

  private Cards() {}

  static TestCard card(Flaw flaw) {
    return card(SIGNATURE, flaw);
  }

  static TestCard card(TestAuthority issuer, Flaw flaw) {
    return flaw == Flaw.KEY_OF_1024_BITS
        ? issuer.issue(Person.sample(), flaw)
        : issuer.issue(Person.sample(), flaw, KEYS, 1001);
  }

  static TestCard card(Person person) {
    return SIGNATURE.issue(person, Flaw.NONE, KEYS, 1001);
  }

  static Trust trust() {
    return Trust.of(
        Map.of(
            Purpose.SIGNATURE,
            new Trust.Anchors(
                List.of(NEXT_GENERATION.root(), SIGNATURE.root()),
                Set.of(TestAuthority.SIGNATURE_POLICY)),
            Purpose.AUTHENTICATION,
            new Trust.Anchors(
                List.of(AUTHENTICATION.root()), Set.of(TestAuthority.AUTHENTICATION_POLICY))));
  }

  static SignatureVerifier verifier(Revocation.Status status) {
    return new SignatureVerifier(trust(), (certificate, issuer, at) -> status);
  }

  static SignatureShape.Pkcs1 pkcs1(TestCard card) {
    return new SignatureShape.Pkcs1(card.signDigestInfo(CONTENT), card.der(), HashForm.DIGEST_INFO);
  }

  /** The verdict over {@link #CONTENT}, signed now, by a service that calls every card good. */
  static Verdict verdict(SignatureShape signed) {
    return verifier(Revocation.Status.GOOD).verify(signed, CONTENT, Purpose.SIGNATURE, NOW);
  }
}
