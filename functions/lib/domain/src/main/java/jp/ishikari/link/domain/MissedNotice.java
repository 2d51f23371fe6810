package jp.ishikari.link.domain;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import jp.ishikari.link.blueprint.EventType;

/**
 * A notice that did not arrive, as the clerk and the applicant see it.
 *
 * @param at when that was known
 * @param type what it was about, as events say it
 */
public record MissedNotice(Instant at, String type, UndeliveredNotice.Why why) {

  /** Undelivered notices beside the events that they were about. */
  public static List<MissedNotice> of(
      List<UndeliveredNotice> notices, List<ApplicationEvent> history) {
    return notices.stream().flatMap(notice -> told(notice, history)).toList();
  }

  private static Stream<MissedNotice> told(
      UndeliveredNotice notice, List<ApplicationEvent> history) {
    Stream<String> types =
        switch (notice.notice().about()) {
          case CONVERSATION -> Stream.of(EventType.CONVERSATION_WRITTEN_BY_CITY.happened());
          case APPLICATION ->
              history.stream()
                  .map(ApplicationEvent::event)
                  .filter(event -> event.sequence() == notice.notice().sequence())
                  .map(event -> event.type().happened());
          case DOCUMENT -> Stream.of(EventType.DOCUMENT_ISSUED.happened());
          case FILE -> Stream.of(EventType.FILE_REFUSED.happened());
          // What exactly stands on the page of the application.
          case PAYMENT -> Stream.of(EventType.PAYMENT_PRICED.happened());
          // No applicant is told who works on it, with how many others it was decided, or of the
          // books.
          case ASSIGNMENT, BULK_JOB, LEDGER, CASH_DAY, MISMATCH, PAYER_LINK -> Stream.of();
        };
    return types.map(type -> new MissedNotice(notice.at(), type, notice.why()));
  }
}
