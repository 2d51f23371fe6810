package jp.ishikari.link.domain;

import java.time.Instant;
import java.util.List;

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
    return notices.stream()
        .flatMap(
            notice ->
                history.stream()
                    .filter(event -> event.event().sequence() == notice.notice().sequence())
                    .map(
                        event ->
                            new MissedNotice(
                                notice.at(), event.event().type().happened(), notice.why())))
        .toList();
  }
}
