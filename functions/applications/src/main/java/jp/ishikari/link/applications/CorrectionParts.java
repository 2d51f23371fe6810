package jp.ishikari.link.applications;

import java.time.Instant;
import java.util.List;
import jp.ishikari.link.domain.Advance;
import jp.ishikari.link.domain.Applicant;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationEvent;
import jp.ishikari.link.domain.BlindIndex;
import jp.ishikari.link.domain.EarlierAnswers;
import jp.ishikari.link.domain.EarlierAnswersStore;
import jp.ishikari.link.domain.Hold;
import jp.ishikari.link.domain.HoldStore;
import jp.ishikari.link.domain.Idempotency;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Part;
import jp.ishikari.link.domain.TermChange;

/**
 * What every correction (補正) brings into its transaction, whoever sends or enters it: what was
 * answered before is kept, what the case is found by follows the answers, and the clock goes on.
 */
record CorrectionParts(EarlierAnswersStore earlier, HoldStore holds, BlindIndex people) {

  /**
   * @param asked what was asked to be corrected
   * @param answers those that stand from now on
   */
  Advance<NotSaved> advance(
      Application before,
      Application.Returned asked,
      Application after,
      Answers answers,
      ApplicationEvent event,
      Idempotency token,
      Instant now) {
    return Advance.of(after, event, token)
        .with(
            TermChange.between(
                new Applicant(answers.form(), before.answers()).terms(people, before.divisionId()),
                new Applicant(answers.form(), answers.values()).terms(people, before.divisionId())))
        .with(earlier.keeping(EarlierAnswers.of(before, asked, now)))
        .with(goingOn(before.applicationId(), now));
  }

  /** The clock of the standard processing period goes on, unless something else stops it. */
  private List<Part<NotSaved>> goingOn(String applicationId, Instant now) {
    return holds
        .of(applicationId)
        .open(Hold.Kind.CORRECTION)
        .map(hold -> holds.ending(hold, now))
        .map(end -> end.<NotSaved>as(other -> new NotSaved.Overtaken()))
        .toList();
  }
}
