package jp.ishikari.link.conversations;

import java.time.InstantSource;
import java.time.LocalDate;
import jp.ishikari.link.conversations.store.Message;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.IdempotencyKey;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.OwnCase;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import org.jspecify.annotations.Nullable;

/**
 * A clerk writes to the applicant, and may ask for an answer by a day: until it comes the clock of
 * the case stands still.
 */
@Contract(request = SendCaseMessage.Asked.class, response = Writing.Done.class, status = 201)
record SendCaseMessage(ApplicationStore applications, Writing writing, InstantSource clock)
    implements Operation {
  /** Nobody is asked to answer in years. */
  private static final int LONGEST_DAYS = 366;

  /**
   * @param answerBy null where no answer is waited for
   */
  record Asked(
      @Limit(max = Writing.LONGEST, lines = true) String text, @Nullable LocalDate answerBy) {

    private Asked checked(Application application, LocalDate today, Body.Mistakes mistakes) {
      if (answerBy != null && application.state().over()) {
        mistakes.wrong("answerBy", "over", "手続きが終わった申請では、回答を待つことはできません。");
      } else if (answerBy != null && !answerBy.isAfter(today)) {
        mistakes.wrong("answerBy", "range", "回答の期限は、あす以降の日付にしてください。");
      } else if (answerBy != null && answerBy.isAfter(today.plusDays(LONGEST_DAYS))) {
        mistakes.wrong("answerBy", "range", "回答の期限は、1年以内の日付にしてください。");
      }
      return this;
    }
  }

  @Override
  public Response run(Request request) {
    return IdempotencyKey.of(request)
        .then(writing::fresh)
        .then(
            key ->
                OwnCase.find(applications, request)
                    .then(
                        application ->
                            read(request, application)
                                .map(
                                    asked ->
                                        writing.write(
                                            application,
                                            Writing.Draft.byClerk(
                                                Message.Writer.clerk(
                                                    request.staff().staffId(),
                                                    request.staff().name()),
                                                asked.text(),
                                                asked.answerBy()),
                                            key))))
        .fold(refusal -> refusal, answer -> answer);
  }

  private Outcome<Response, Asked> read(Request request, Application application) {
    LocalDate today = Reception.today(clock.instant());
    return Body.read(
        request, Asked.class, (asked, mistakes) -> asked.checked(application, today, mistakes));
  }
}
