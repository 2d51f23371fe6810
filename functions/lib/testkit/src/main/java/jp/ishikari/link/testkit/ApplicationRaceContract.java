package jp.ishikari.link.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.Idempotency;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.SubmissionStore.NotSubmitted;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every store of applications promises when many come at once. */
public abstract class ApplicationRaceContract extends ApplicationSteps {
  @Nested
  protected class AtOnce {
    @Test
    void exactlyOneOfManyStepsWins() {
      Application before = submitted();
      List<Outcome<NotSaved, Application>> outcomes =
          IntStream.range(0, 12)
              .parallel()
              .mapToObj(i -> accept(before, SampleApplications.token()))
              .toList();
      assertEquals(1, outcomes.stream().filter(o -> o instanceof Outcome.Success<?, ?>).count());
      assertEquals(
          11, outcomes.stream().filter(Outcome.failure(new NotSaved.Overtaken())::equals).count());
      assertEquals(2, store().history(before.applicationId()).size());
    }

    @Test
    void oneRequestSentManyTimesMakesOneApplication() {
      Idempotency token = SampleApplications.token();
      List<Outcome<NotSubmitted, Application>> outcomes =
          IntStream.range(0, 12)
              .parallel()
              .mapToObj(
                  i -> submit(SampleApplications.submitted(account, division), token, Set.of()))
              .toList();
      assertEquals(1, outcomes.stream().filter(o -> o instanceof Outcome.Success<?, ?>).count());
      assertEquals(1, store().ofAccount(account).size());
    }
  }
}
