package jp.ishikari.link.applications;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.ishikari.link.applications.store.Claim;
import jp.ishikari.link.domain.Actor;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationEvent;
import jp.ishikari.link.domain.ApplicationState;
import jp.ishikari.link.domain.Step;
import org.jspecify.annotations.Nullable;

/**
 * What a resident holds after a step: the number, where it stands, when it arrived and when it
 * counts from.
 *
 * @param byMail whether notices about it go to an address that was confirmed; otherwise none are
 *     sent
 * @param followed whether the code to follow it with was kept
 * @param claimUntil until when it may be taken into an account; null when it has one, or none can
 */
record ApplicationReceipt(
    String applicationId,
    String receiptNumber,
    ApplicationState state,
    int version,
    Instant arrivedAt,
    LocalDate receivedOn,
    @Nullable Integer fee,
    boolean byMail,
    boolean followed,
    @Nullable Instant claimUntil) {

  /** Of an application that has an account. */
  static ApplicationReceipt of(Application a) {
    return of(a, null, false);
  }

  static ApplicationReceipt of(Application a, Claim claimOrNull, boolean followed) {
    return new ApplicationReceipt(
        a.applicationId(),
        a.receiptNumber(),
        a.state(),
        a.version(),
        a.arrivedAt(),
        a.receivedOn(),
        a.fee(),
        a.notifyAddress() != null,
        followed,
        claimOrNull == null ? null : claimOrNull.expiresAt());
  }

  /** The event of a resident's step. */
  static ApplicationEvent event(Application after, Step step, Instant now) {
    return ApplicationEvent.of(
        after, step, now, Actor.RESIDENT, after.accountId(), null, null, List.of());
  }
}
