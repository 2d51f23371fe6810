package jp.ishikari.link.notices;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.ishikari.link.blueprint.Screen;
import jp.ishikari.link.blueprint.Subject;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.domain.CityEvent;
import jp.ishikari.link.domain.Mail;
import jp.ishikari.link.domain.NoticeId;
import jp.ishikari.link.domain.UndeliveredNotice;
import jp.ishikari.link.domain.UndeliveredNotices;
import jp.ishikari.link.edge.Log;
import jp.ishikari.link.edge.LogField;
import jp.ishikari.link.notices.store.DeliveryStore;

/**
 * One event, at most one mail: deliveries are claimed before and marked after sending, the batch
 * with one read and one claim. Whoever finds one claimed by another comes back; a claim left behind
 * by a crash runs out. Only a crash in the instant between the mail service's answer and the mark
 * repeats a mail, with the same notice id.
 */
record NotifyApplicant(
    ApplicationStore applications,
    DeliveryStore deliveries,
    UndeliveredNotices undelivered,
    Mail mail,
    InstantSource clock,
    String siteName,
    String portal)
    implements Function<List<CityEvent>, Set<CityEvent>> {
  private static final Log LOG = Log.of(NotifyApplicant.class);
  private static final Duration LEASE = Duration.ofSeconds(20);

  /** What a mail may take; none is begun that its lease might not outlast. */
  private static final Duration ONE_MAIL = Duration.ofSeconds(8);

  /** A mail that is to be sent. */
  private record Due(CityEvent event, NoticeText text, Application application) {
    NoticeId notice() {
      return new NoticeId(application.applicationId(), event.type().subject(), number());
    }

    /** Of several files that came with one version of an application its sender is told once. */
    private int number() {
      return event.type().subject() == Subject.FILE ? application.version() : event.sequence();
    }

    String delivery() {
      return notice().text();
    }
  }

  @Override
  public Set<CityEvent> apply(List<CityEvent> events) {
    Set<CityEvent> again = new LinkedHashSet<>();
    Map<String, Due> due = due(events, again);
    if (due.isEmpty()) {
      return again;
    }
    Instant until = clock.instant().plus(LEASE);
    Map<String, String> addresses = new LinkedHashMap<>();
    due.forEach((delivery, one) -> addresses.put(delivery, one.application().notifyAddress()));
    deliveries
        .claim(addresses, clock.instant(), until)
        .forEach(
            (delivery, claim) -> {
              boolean done =
                  switch (claim) {
                    case GRANTED -> sent(due.get(delivery), until);
                    case SETTLED -> true;
                    case STOPPED -> saidToBeStopped(due.get(delivery));
                    // Again later: whoever is sending it may fail.
                    case BUSY -> false;
                  };
              if (!done) {
                again.add(due.get(delivery).event());
              }
            });
    return again;
  }

  /** What residents are told of, by delivery; events of applications unknown so far come again. */
  private Map<String, Due> due(List<CityEvent> events, Set<CityEvent> again) {
    Map<CityEvent, NoticeText> told = new LinkedHashMap<>();
    for (CityEvent event : events) {
      // A file that was not sent in yet concerns no application: its sender sees it on the page.
      if (event.applicationId() != null) {
        NoticeText.of(event.type()).ifPresent(text -> told.put(event, text));
      }
    }
    Map<String, Application> found =
        applications.findAll(
            told.keySet().stream().map(CityEvent::applicationId).collect(Collectors.toSet()));
    Map<String, Due> due = new LinkedHashMap<>();
    told.forEach(
        (event, text) -> {
          Application application = found.get(event.applicationId());
          if (application == null) {
            LOG.warn("event of an unknown application", Log.fields(LogField.EVENT), event.id());
            again.add(event);
          } else if (application.notifyAddress() != null) {
            Due one = new Due(event, text, application);
            due.put(one.delivery(), one);
          }
        });
    return due;
  }

  /** Nobody waits in vain for what is not sent: the clerk and the applicant see it. */
  private boolean saidToBeStopped(Due due) {
    undelivered.add(
        new UndeliveredNotice(
            due.notice(), clock.instant(), UndeliveredNotice.Why.ADDRESS_STOPPED));
    return true;
  }

  private boolean sent(Due due, Instant until) {
    if (clock.instant().plus(ONE_MAIL).isAfter(until)) {
      return false;
    }
    Application application = due.application();
    try {
      mail.send(
          application.notifyAddress(),
          "【" + siteName + "】" + due.text().subject(),
          due.text().body(siteName, application.receiptNumber(), more(application)),
          due.delivery());
      deliveries.markSent(due.delivery(), clock.instant());
      return true;
    } catch (RuntimeException failed) {
      LOG.error("notice was not sent", failed, Log.fields(LogField.EVENT), due.event().id());
      return false;
    }
  }

  /** Where there is more to read; of an ownerless application, once it is taken over. */
  private String more(Application application) {
    return application.accountId() == null
        ? "くわしい内容は、受付のときに画面に出た番号を次のページに入力してご覧ください。\n" + portal + Screen.CLAIM.path()
        : "くわしい内容は、次のページにログインしてご覧ください。\n"
            + portal
            + Screen.APPLICATION.path().replace("{applicationId}", application.applicationId());
  }
}
