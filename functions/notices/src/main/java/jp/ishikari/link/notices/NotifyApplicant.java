package jp.ishikari.link.notices;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import jp.ishikari.link.blueprint.Screen;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.domain.CityEvent;
import jp.ishikari.link.notices.store.DeliveryStore;
import jp.ishikari.link.domain.Mail;
import jp.ishikari.link.domain.Step;

/**
 * One event, at most one mail: the delivery is claimed before and marked after sending. Whoever
 * finds it claimed by another comes back; a claim left behind by a crash runs out. Only a crash in
 * the instant between the mail service's answer and the mark repeats a mail, with the same notice
 * id.
 */
record NotifyApplicant(
    ApplicationStore applications,
    DeliveryStore deliveries,
    Mail mail,
    InstantSource clock,
    String siteName,
    String portal)
    implements Consumer<CityEvent> {
  private static final Duration LEASE = Duration.ofSeconds(20);

  @Override
  public void accept(CityEvent event) {
    Optional<NoticeText> told = Step.of(event.type()).flatMap(NoticeText::of);
    if (told.isEmpty()) {
      return;
    }
    String applicationId = event.applicationId();
    Application application =
        applications
            .find(applicationId)
            .orElseThrow(() -> new IllegalStateException("event of an unknown application"));
    if (application.notifyAddress() == null) {
      return;
    }
    String delivery = applicationId + "#" + event.sequence() + "#mail";
    Instant now = clock.instant();
    switch (deliveries.claim(delivery, now, now.plus(LEASE))) {
      case GRANTED -> {
        NoticeText text = told.get();
        mail.send(
            application.notifyAddress(),
            "【" + siteName + "】" + text.subject(),
            text.body(siteName, application.receiptNumber(), more(application)),
            delivery);
        deliveries.markSent(delivery, clock.instant());
      }
      case SENT -> {}
      case BUSY -> throw new IllegalStateException("being sent by another; again later");
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
