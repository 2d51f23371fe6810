package jp.ishikari.link.signature;

import static jp.ishikari.link.signature.Cards.NOW;
import static jp.ishikari.link.signature.Cards.SIGNATURE;
import static jp.ishikari.link.signature.Revocation.Status.GOOD;
import static jp.ishikari.link.signature.Revocation.Status.REVOKED;
import static jp.ishikari.link.signature.Revocation.Status.UNKNOWN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import jp.ishikari.link.testauthority.Flaw;
import jp.ishikari.link.testauthority.OcspAnswer;
import jp.ishikari.link.testauthority.TestAuthority;
import jp.ishikari.link.testauthority.TestCard;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RevocationTest {
  private static final Instant EARLIER = NOW.minus(Duration.ofHours(1));
  private static final Instant LATER = NOW.plus(Duration.ofHours(1));
  private static final TestAuthority FORGER = TestAuthority.forSignature(Cards.SINCE);

  @Nested
  class TheListSays {
    @Test
    void goodOfACardItDoesNotName() {
      assertEquals(GOOD, by(SIGNATURE.crl(EARLIER, LATER, 7, 8)));
    }

    @Test
    void revokedOfACardItNames() {
      assertEquals(REVOKED, by(SIGNATURE.crl(EARLIER, LATER, 7, 1001)));
    }

    @Test
    void nothingWhenItIsOldOrNotYetBegun() {
      assertEquals(UNKNOWN, by(SIGNATURE.crl(EARLIER, NOW.minusSeconds(1))));
      assertEquals(UNKNOWN, by(SIGNATURE.crl(NOW.plusSeconds(1), LATER)));
    }

    @Test
    void nothingWhenSomebodyElseSignedIt() {
      assertEquals(UNKNOWN, by(FORGER.crl(EARLIER, LATER)));
    }

    @Test
    void nothingWhenItIsTheListOfAnotherTown() {
      X500Name other = new X500Name("CN=Tobetsu-cho CRLDP,OU=Hokkaido,O=JPKI-TEST,C=JP");
      assertEquals(UNKNOWN, by(SIGNATURE.crl(other, EARLIER, LATER)));
    }

    @Test
    void nothingWhenItIsDamagedOrAbsentOrTheCardNamesNone() {
      assertEquals(UNKNOWN, by(new byte[] {0x30, 0}));
      assertEquals(
          UNKNOWN, status(new CrlRevocation(point -> Optional.empty()), Cards.card(Flaw.NONE)));
      byte[] list = SIGNATURE.crl(EARLIER, LATER);
      assertEquals(
          UNKNOWN,
          status(new CrlRevocation(point -> Optional.of(list)), Cards.card(Flaw.NO_POINTERS)));
    }

    private Revocation.Status by(byte[] list) {
      CrlRevocation lists =
          new CrlRevocation(
              point ->
                  point.equals(TestAuthority.DISTRIBUTION_POINT)
                      ? Optional.of(list)
                      : Optional.empty());
      return status(lists, Cards.card(Flaw.NONE));
    }
  }

  @Nested
  class TheResponderSays {
    private static final CertificateStatus FINE = CertificateStatus.GOOD;

    @Test
    void goodAndRevokedAndUnknown() {
      assertEquals(GOOD, by(answer(SIGNATURE, FINE, LATER, true, true)));
      assertEquals(
          REVOKED,
          by(answer(SIGNATURE, new RevokedStatus(Date.from(EARLIER), 3), LATER, true, true)));
      assertEquals(UNKNOWN, by(answer(SIGNATURE, new UnknownStatus(), LATER, true, true)));
    }

    @Test
    void nothingWhenTheRootDidNotNameIt() {
      assertEquals(UNKNOWN, by(answer(FORGER, FINE, LATER, true, true)));
      assertEquals(UNKNOWN, by(answer(SIGNATURE, FINE, LATER, false, true)));
    }

    @Test
    void nothingWhenItAnswersAnotherQuestionOrTooLate() {
      assertEquals(UNKNOWN, by(answer(SIGNATURE, FINE, LATER, true, false)));
      assertEquals(UNKNOWN, by(answer(SIGNATURE, FINE, NOW.minusSeconds(1), true, true)));
      assertEquals(UNKNOWN, by(answer(SIGNATURE, FINE, null, true, true)), "older than allowed");
    }

    @Test
    void nothingWhenItIsSilentOrBroken() {
      assertEquals(UNKNOWN, by(request -> Optional.empty()));
      assertEquals(UNKNOWN, by(request -> Optional.of(new byte[] {0x30, 3, 1, 2})));
    }

    private OcspRevocation.Responder answer(
        TestAuthority of, CertificateStatus status, Instant until, boolean named, boolean nonce) {
      OcspAnswer answer = new OcspAnswer(of, status, EARLIER, until, named, nonce);
      return request -> Optional.of(answer.to(request));
    }

    private Revocation.Status by(OcspRevocation.Responder responder) {
      return status(
          new OcspRevocation(responder, Duration.ofMinutes(10), new SecureRandom()),
          Cards.card(Flaw.NONE));
    }
  }

  private static Revocation.Status status(Revocation revocation, TestCard card) {
    return revocation.status(card.certificate(), SIGNATURE.root(), NOW);
  }
}
