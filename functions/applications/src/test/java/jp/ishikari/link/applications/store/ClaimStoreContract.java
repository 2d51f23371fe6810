package jp.ishikari.link.applications.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import jp.ishikari.link.domain.Advance;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.Idempotency;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Step;
import jp.ishikari.link.domain.Submission;
import jp.ishikari.link.domain.SubmissionStore.NotSubmitted;
import jp.ishikari.link.testkit.ApplicationSteps;
import jp.ishikari.link.testkit.SampleApplications;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every store of applications promises when an ownerless one is taken over (引継ぎ). */
abstract class ClaimStoreContract extends ApplicationSteps {
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private final Application nobodys = SampleApplications.submitted(null, division);
  private final Claim claim =
      new Claim(
          UUID.randomUUID().toString(), nobodys.applicationId(), now.plus(Duration.ofDays(1)));

  abstract ClaimStore claims();

  private Outcome<NotSubmitted, Application> sendIn(Application application, Claim with) {
    return store()
        .submit(
            Submission.of(
                    application,
                    SampleApplications.event(application, Step.SUBMIT),
                    SampleApplications.token(),
                    Set.of())
                .with(claims().offering(with).as(NotSubmitted.Unsaved::new)));
  }

  private Outcome<NotSaved, Application> take(String by, Idempotency token) {
    Application next = nobodys.claimedBy(by);
    return store()
        .advance(
            Advance.of(next, SampleApplications.event(next, Step.CLAIM), token)
                .with(claims().ending(claim)));
  }

  @Nested
  protected class Taken {
    @Test
    void onceAndIsThatAccountsFromThenOnWithTheEventThatSaysSo() {
      assertEquals(Outcome.success(nobodys), sendIn(nobodys, claim));
      assertEquals(Optional.of(claim), claims().find(claim.claimId(), now));
      Application next = nobodys.claimedBy(account);
      assertEquals(Outcome.success(next), take(account, SampleApplications.token()));
      assertEquals(List.of(next), store().ofAccount(account));
      assertEquals(Optional.empty(), claims().find(claim.claimId(), now));
      assertEquals(Step.CLAIM, store().history(nobodys.applicationId()).getLast().step());
    }

    @Test
    void byOneOfManyAtOnce() {
      sendIn(nobodys, claim);
      List<Outcome<NotSaved, Application>> outcomes =
          IntStream.range(0, 12)
              .parallel()
              .mapToObj(i -> take("account-" + i, SampleApplications.token()))
              .toList();
      assertEquals(1, outcomes.stream().filter(o -> o instanceof Outcome.Success<?, ?>).count());
      assertEquals(2, store().history(nobodys.applicationId()).size());
    }
  }

  @Nested
  protected class NotTaken {
    @Test
    void onceItIsTooLateWhetherTheRowIsGoneOrNot() {
      sendIn(nobodys, claim);
      assertEquals(Optional.empty(), claims().find(claim.claimId(), claim.expiresAt()));
    }

    @Test
    void whenStaffTookAStepMeanwhileAndTheCodeStaysGood() {
      sendIn(nobodys, claim);
      accept(nobodys, SampleApplications.token());
      assertEquals(
          Outcome.failure(new NotSaved.Overtaken()), take(account, SampleApplications.token()));
      assertEquals(Optional.of(claim), claims().find(claim.claimId(), now));
      assertEquals(List.of(), store().ofAccount(account));
    }

    @Test
    void withACodeThatAnotherApplicationHas() {
      sendIn(nobodys, claim);
      Application other = SampleApplications.submitted(null, division);
      assertEquals(
          unsaved(new NotSaved.Overtaken()),
          sendIn(other, new Claim(claim.claimId(), other.applicationId(), claim.expiresAt())));
      assertEquals(Optional.empty(), store().find(other.applicationId()));
      assertEquals(Optional.of(claim), claims().find(claim.claimId(), now));
    }

    @Test
    void twiceByOneRequestWhichIsAnsweredAsBefore() {
      sendIn(nobodys, claim);
      Idempotency token = SampleApplications.token();
      take(account, token);
      assertEquals(Outcome.failure(new NotSaved.Repeated(token.answer())), take(account, token));
    }
  }
}
