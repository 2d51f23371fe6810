package jp.ishikari.link.identity.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.ishikari.link.identity.signing.SigningConcern.Kind;
import jp.ishikari.link.identity.store.KnownCertificate;
import jp.ishikari.link.identity.store.KnownCertificate.Finding;
import jp.ishikari.link.identity.store.KnownCertificate.Trial;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is told, before a long form, that they may not be able to sign it. */
class SigningConcernTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
  private static final Instant TRIED = Instant.parse("2026-11-20T03:00:00Z");
  private static final Map<String, String> GROWN = Map.of("birthdate", "19890107");

  private static List<SigningConcern> concerns(
      Map<String, String> claims, Trial last, LocalDate changedOn) {
    return SigningConcern.of(claims, true, new KnownCertificate(last, changedOn), TODAY);
  }

  private static Trial usableUntil(String day) {
    return new Trial(Finding.USABLE, LocalDate.parse(day), TRIED);
  }

  @Nested
  class Nobody {
    @Test
    void ofWhomNothingSpeaksAgainstIt() {
      assertEquals(List.of(), concerns(GROWN, null, null));
      assertEquals(List.of(), concerns(Map.of(), null, null));
      assertEquals(List.of(), concerns(GROWN, usableUntil("2027-02-28"), null));
    }

    @Test
    void onTheDayTheyBecomeFifteen() {
      assertEquals(List.of(), concerns(Map.of("birthdate", "2011-11-27"), null, null));
    }

    @Test
    void whoseBirthDateIsNotKnownWhole() {
      assertEquals(List.of(), concerns(Map.of("birthdate", "2015-00-00"), null, null));
    }

    @Test
    void whoSignedSinceTheyMovedOrAlthoughTheyAreYoung() {
      assertEquals(
          List.of(), concerns(GROWN, usableUntil("2030-01-01"), LocalDate.of(2026, 11, 20)));
      assertEquals(
          List.of(), concerns(Map.of("birthdate", "20150101"), usableUntil("2030-01-01"), null));
    }
  }

  @Nested
  class Told {
    @Test
    void whoseCardDoesNotLeadToTheAccount() {
      assertEquals(
          List.of(new SigningConcern(Kind.CARD_NOT_ATTACHED, null)),
          SigningConcern.of(GROWN, false, new KnownCertificate(null, null), TODAY));
    }

    @Test
    void whoIsUnderFifteen() {
      assertEquals(
          List.of(new SigningConcern(Kind.UNDER_15, null)),
          concerns(Map.of("birthdate", "20111128"), null, null));
    }

    @ParameterizedTest
    @CsvSource({
      "EXPIRED, EXPIRED",
      "REVOKED, REVOKED",
      "NOT_ON_CARD, NOT_ON_CARD",
      "PASSWORD_LOCKED, PASSWORD_LOCKED"
    })
    void whoseLastSignatureWasNotTaken(Finding finding, Kind kind) {
      assertEquals(
          List.of(new SigningConcern(kind, LocalDate.of(2026, 11, 20))),
          concerns(GROWN, new Trial(finding, null, TRIED), null));
    }

    @Test
    void whoseCertificateEndsSoonOrHasEnded() {
      assertEquals(
          List.of(new SigningConcern(Kind.EXPIRES_SOON, LocalDate.of(2026, 11, 27))),
          concerns(GROWN, usableUntil("2026-11-27"), null));
      assertEquals(
          List.of(new SigningConcern(Kind.EXPIRED, LocalDate.of(2026, 11, 26))),
          concerns(GROWN, usableUntil("2026-11-26"), null));
    }

    @Test
    void whoMovedSinceTheyLastSigned() {
      LocalDate later = LocalDate.of(2026, 11, 21);
      assertEquals(
          List.of(new SigningConcern(Kind.MOVED, later)),
          concerns(GROWN, usableUntil("2030-01-01"), later));
      assertEquals(List.of(new SigningConcern(Kind.MOVED, later)), concerns(GROWN, null, later));
    }
  }
}
