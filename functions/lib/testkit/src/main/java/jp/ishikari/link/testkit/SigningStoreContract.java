package jp.ishikari.link.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.ishikari.link.domain.signing.Claimed;
import jp.ishikari.link.domain.signing.Evidence;
import jp.ishikari.link.domain.signing.Signature;
import jp.ishikari.link.domain.signing.SigningRequest;
import jp.ishikari.link.domain.signing.SigningStore;
import jp.ishikari.link.edge.CanonicalJson;
import org.junit.jupiter.api.Test;

/** What a store of answers about to be signed promises. */
public abstract class SigningStoreContract {
  private final String account = "account-" + UUID.randomUUID();
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
  private final Instant end = now.plus(24, ChronoUnit.HOURS);

  protected abstract SigningStore store();

  private SigningRequest frozen() {
    return frozen(account, null, Map.of("fullName", "吉田　花子"));
  }

  private SigningRequest frozen(
      String of, SigningRequest.Correction correction, Map<String, Object> answers) {
    SigningRequest request =
        new SigningRequest(
            "request-" + UUID.randomUUID(),
            of,
            "juminhyo",
            "住民票の写しの請求",
            3,
            answers,
            correction == null ? 300 : null,
            List.of(),
            correction == null ? "draft" : null,
            correction,
            new Claimed("吉田　花子", null, LocalDate.of(1989, 1, 7), "2"),
            now,
            end,
            null,
            null);
    store().freeze(request);
    return request;
  }

  private static SigningRequest.Correction correction() {
    return new SigningRequest.Correction("application", "2026-000001", 2, List.of("b", "a"));
  }

  private Optional<SigningRequest> standing(SigningRequest request) {
    return store().find(request.accountId(), request.matter(), now);
  }

  @Test
  void givesBackExactlyWhatWasFrozenByItsAccountAndMatter() {
    SigningRequest application = frozen();
    SigningRequest correction = frozen(account, correction(), Map.of("fullName", "吉田　花子"));
    SigningRequest others = frozen(account + "-other", null, Map.of("fullName", "佐藤　一郎"));
    for (SigningRequest request : List.of(application, correction, others)) {
      assertEquals(Optional.of(request), standing(request));
    }
    assertEquals(Optional.empty(), store().find(account, "none", now));
  }

  @Test
  void keepsWhatIsSignedToTheByte() {
    Map<String, Object> answers = new LinkedHashMap<>();
    answers.put(
        "z", "\uFA19\uD842\uDFB7\u8FBB\uDB40\uDD00 ｶﾞが\u304B\u3099\u3000\r\n\"\\/<>&\u2028");
    answers.put("number", 9_007_199_254_740_991L);
    answers.put("negative", -1);
    answers.put("yes", true);
    answers.put("rows", List.of(Map.of("name", "一", "copies", 2), Map.of("name", "二")));
    answers.put("none", List.of());
    SigningRequest request = frozen(account, correction(), answers);
    assertArrayEquals(
        CanonicalJson.of(request.content()),
        CanonicalJson.of(standing(request).orElseThrow().content()));
  }

  @Test
  void answersWrittenAnewTakeThePlaceOfThoseBeforeWithWhateverWasSigned() {
    SigningRequest before = frozen();
    assertTrue(store().note(SampleSignature.on(before, Signature.Revocation.GOOD)));
    SigningRequest anew = frozen();
    assertEquals(Optional.of(anew), standing(before));
  }

  @Test
  void isAsIfItHadNeverBeenFromItsEndOnThoughNothingDeletedIt() {
    SigningRequest request = frozen();
    String matter = request.matter();
    assertEquals(Optional.of(request), store().find(account, matter, end.minusMillis(1)));
    assertEquals(Optional.empty(), store().find(account, matter, end));
  }

  @Test
  void notesWhatBecameOfASignatureAndTheLastNoteStands() {
    SigningRequest request = frozen();
    assertTrue(store().note(request.refused("EXPIRED")));
    assertEquals(Optional.of(request.refused("EXPIRED")), standing(request));

    SigningRequest signed = SampleSignature.on(request, Signature.Revocation.UNKNOWN);
    assertTrue(store().note(signed));
    SigningRequest stored = standing(request).orElseThrow();
    assertEquals(signed.signed().signature(), stored.signed().signature());
    Evidence evidence = stored.signed().evidence();
    assertArrayEquals(signed.signed().evidence().content(), evidence.content());
    assertArrayEquals(signed.signed().evidence().signature(), evidence.signature());
  }

  @Test
  void notesNothingOnAnswersThatWereWrittenAnewOrThatNobodyFroze() {
    SigningRequest before = frozen();
    SigningRequest anew = frozen();
    assertFalse(store().note(SampleSignature.on(before, Signature.Revocation.GOOD)));
    assertEquals(Optional.of(anew), standing(anew));

    SigningRequest never =
        new SigningRequest(
            "request",
            account + "-none",
            "juminhyo",
            "住民票の写しの請求",
            3,
            Map.of(),
            null,
            List.of(),
            null,
            null,
            null,
            now,
            end,
            null,
            null);
    assertFalse(store().note(never.refused("EXPIRED")));
    assertEquals(Optional.empty(), standing(never));
  }

  @Test
  void aSignatureThatArrivesWhileTheAnswersAreWrittenAnewIsNeverNotedOnTheNewOnes() {
    for (int round = 0; round < 10; round++) {
      SigningRequest before = frozen();
      List<SigningRequest> written =
          AtOnce.each(
              12,
              i -> {
                if (i == 6) {
                  return frozen();
                }
                store().note(SampleSignature.on(before, Signature.Revocation.GOOD));
                return before;
              });
      assertEquals(Optional.of(written.get(6)), standing(before));
    }
  }
}
