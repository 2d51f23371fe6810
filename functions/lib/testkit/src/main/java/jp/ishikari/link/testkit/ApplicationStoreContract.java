package jp.ishikari.link.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.ishikari.link.domain.Advance;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationEvent;
import jp.ishikari.link.domain.ApplicationState;
import jp.ishikari.link.domain.Idempotency;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Step;
import jp.ishikari.link.domain.SubmissionStore.NotSubmitted;
import jp.ishikari.link.domain.TermChange;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every store of applications promises. */
public abstract class ApplicationStoreContract extends ApplicationSteps {
  @Nested
  protected class Saved {
    @Test
    void givesBackExactlyWhatWasSubmitted() {
      Application application = submitted();
      assertEquals(Optional.of(application), store().find(application.applicationId()));
    }

    @Test
    void keepsEveryCodePointOfTextsThatNormalisingOrFoldingWouldChange() {
      for (String text :
          List.of(
              "\uFA19\uFA10\uD842\uDFB7\u8FBB\uDB40\uDD00",
              "ｶﾞが\u304B\u3099Ａ１",
              " \u3000\r\n\t\u00A0",
              "\"\\/<>&\u2028",
              "\uD83D\uDC68\u200D\uD83D\uDC69")) {
        Application application =
            SampleApplications.submitted(account, division, Map.of("text", text));
        submit(application, SampleApplications.token(), Set.of());
        assertEquals(
            text, store().find(application.applicationId()).orElseThrow().answers().get("text"));
      }
    }

    @Test
    void keepsAnApplicationWithoutAccountFeeDueDateOrAddress() {
      Application a = SampleApplications.submitted(null, division);
      Application bare =
          new Application(
              a.applicationId(),
              1,
              a.arrival(),
              new Application.Matter(
                  a.procedureId(),
                  a.procedureName(),
                  division,
                  new Application.Answered(1, Map.of(), null, "", null, null, null, List.of())),
              a.standing(),
              new Application.Clock(0));
      assertEquals(Outcome.success(bare), submit(bare, SampleApplications.token(), Set.of()));
      assertEquals(Optional.of(bare), store().find(bare.applicationId()));
    }

    @Test
    void isFoundByReceiptNumberTermAndAccount() {
      String term = "term-" + UUID.randomUUID();
      Application application = submitted(term, "other-" + UUID.randomUUID());
      assertEquals(
          Optional.of(application.applicationId()),
          store().findByReceipt(application.receiptNumber()));
      assertEquals(List.of(application.applicationId()), store().withTerm(term));
      assertEquals(List.of(application), store().ofAccount(account));
    }

    @Test
    void isFoundByItsNewTermsOnlyAndRemembersWhatHappened() {
      String old = "term-" + UUID.randomUUID();
      Application before = submitted(old);
      Application returned =
          before.advanced(
              ApplicationState.RETURNED,
              new Application.Returned("通数をご確認ください。", List.of("copies")));
      ApplicationEvent event = SampleApplications.event(returned, Step.RETURN);
      String more = "term-" + UUID.randomUUID();
      assertEquals(
          Outcome.success(returned),
          store()
              .advance(
                  Advance.of(returned, event, SampleApplications.token())
                      .with(TermChange.between(Set.of(old), Set.of(more)))));
      assertEquals(Optional.of(returned), store().find(returned.applicationId()));
      assertEquals(List.of(returned.applicationId()), store().withTerm(more));
      assertEquals(List.of(), store().withTerm(old));
      assertEquals(
          List.of(SampleApplications.event(before, Step.SUBMIT), event),
          store().history(returned.applicationId()));
    }

    @Test
    void isFoundByTermsThatAreAddedLaterToo() {
      String first = "term-" + UUID.randomUUID();
      String later = "term-" + UUID.randomUUID();
      Application application = submitted(first);
      for (int again = 0; again < 2; again++) {
        store().index(application.applicationId(), Set.of(later));
        assertEquals(List.of(application.applicationId()), store().withTerm(first));
        assertEquals(List.of(application.applicationId()), store().withTerm(later));
      }
      store().index(application.applicationId(), Set.of());
    }

    @Test
    void listsAllOfAnAccountHoweverMany() {
      for (int i = 0; i < 101; i++) {
        submitted();
      }
      assertEquals(101, store().ofAccount(account).size());
    }
  }

  @Nested
  protected class NotSavedBecause {
    private void nothingOf(Application application) {
      assertEquals(Optional.empty(), store().find(application.applicationId()));
      assertEquals(List.of(), store().history(application.applicationId()));
    }

    @Test
    void theSameRequestWasAlreadyCarriedOut() {
      Idempotency token = SampleApplications.token();
      submit(SampleApplications.submitted(account, division), token, Set.of());
      Application again = SampleApplications.submitted(account, division);
      assertEquals(unsaved(new NotSaved.Repeated(token.answer())), submit(again, token, Set.of()));
      assertEquals(
          Optional.of(new NotSaved.Repeated(token.answer())),
          store().repeated(token.token(), token.bodyHash()));
      assertEquals(Optional.empty(), store().repeated(UUID.randomUUID().toString(), "body"));
      nothingOf(again);
    }

    @Test
    void theSameKeyCameWithAnotherBody() {
      Idempotency token = SampleApplications.token();
      submit(SampleApplications.submitted(account, division), token, Set.of());
      Application other = SampleApplications.submitted(account, division);
      assertEquals(
          unsaved(new NotSaved.KeyReused()),
          submit(other, token(token.token(), "another body"), Set.of()));
      assertEquals(
          Optional.of(new NotSaved.KeyReused()), store().repeated(token.token(), "another body"));
      nothingOf(other);
    }

    @Test
    void theReceiptNumberIsTaken() {
      Application first = submitted();
      Application a = SampleApplications.submitted(account, division);
      Application second =
          new Application(
              a.applicationId(),
              1,
              new Application.Arrival(
                  account, first.receiptNumber(), a.arrivedAt(), a.receivedOn(), null, null),
              a.matter(),
              a.standing(),
              a.clock());
      Idempotency token = SampleApplications.token();
      String term = "term-" + UUID.randomUUID();
      assertEquals(
          Outcome.failure(new NotSubmitted.ReceiptTaken()), submit(second, token, Set.of(term)));
      nothingOf(second);
      assertEquals(List.of(), store().withTerm(term));
      assertEquals(
          Optional.empty(),
          store().repeated(token.token(), token.bodyHash()),
          "the same key must be free for another number");
    }

    @Test
    void someoneElseWasFirst() {
      Application before = submitted();
      accept(before, SampleApplications.token());
      Application late = before.advanced(ApplicationState.REJECTED, null);
      assertEquals(
          Outcome.failure(new NotSaved.Overtaken()),
          store()
              .advance(
                  Advance.of(
                      late,
                      SampleApplications.event(late, Step.REJECT),
                      SampleApplications.token())));
      assertEquals(
          ApplicationState.ACCEPTED, store().find(before.applicationId()).orElseThrow().state());
      assertEquals(2, store().history(before.applicationId()).size());
    }

    @Test
    void thereIsNoSuchApplication() {
      Application never = SampleApplications.submitted(account, division);
      assertEquals(
          Outcome.failure(new NotSaved.Overtaken()), accept(never, SampleApplications.token()));
      nothingOf(never);
    }

    @Test
    void severalThingsStandInTheWayAtOnceAndTheRepetitionSpeaks() {
      Application application = SampleApplications.submitted(account, division);
      Idempotency token = SampleApplications.token();
      submit(application, token, Set.of());
      assertEquals(
          unsaved(new NotSaved.Repeated(token.answer())), submit(application, token, Set.of()));
      accept(application, SampleApplications.token());
      Idempotency once = SampleApplications.token();
      Application next = store().find(application.applicationId()).orElseThrow();
      Application done = next.advanced(ApplicationState.COMPLETED, null);
      ApplicationEvent event = SampleApplications.event(done, Step.COMPLETE);
      store().advance(Advance.of(done, event, once));
      assertEquals(
          Outcome.failure(new NotSaved.Repeated(once.answer())),
          store().advance(Advance.of(done, event, once)));
    }
  }
}
