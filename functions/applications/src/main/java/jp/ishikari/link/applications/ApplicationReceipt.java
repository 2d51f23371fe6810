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
import jp.ishikari.link.domain.payment.PaymentTerms;
import org.jspecify.annotations.Nullable;

/**
 * What a resident holds after a step: the number, where it stands, when it arrived and when it
 * counts from.
 *
 * @param byMail whether notices about it go to an address that was confirmed; otherwise none are
 *     sent
 * @param followed whether the code to follow it with was kept
 * @param claimUntil until when it may be taken into an account; null when it has one, or none can
 * @param payBy until when a fee that is known is to be paid online; null where none is
 * @param payment when its fee is to be paid here; null where nothing is, and after later steps
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
    @Nullable Instant claimUntil,
    @Nullable LocalDate payBy,
    PaymentTerms.@Nullable When payment) {

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
        claimOrNull == null ? null : claimOrNull.expiresAt(),
        null,
        null);
  }

  /** The same, of a procedure whose fee is paid like this. */
  ApplicationReceipt paid(@Nullable PaymentTerms terms) {
    return terms == null || (fee != null && fee == 0)
        ? this
        : new ApplicationReceipt(
            applicationId,
            receiptNumber,
            state,
            version,
            arrivedAt,
            receivedOn,
            fee,
            byMail,
            followed,
            claimUntil,
            payBy,
            terms.when());
  }

  /** The same, of which the fee is to be paid by that day; null where it need not be. */
  ApplicationReceipt dueBy(@Nullable LocalDate day) {
    return new ApplicationReceipt(
        applicationId,
        receiptNumber,
        state,
        version,
        arrivedAt,
        receivedOn,
        fee,
        byMail,
        followed,
        claimUntil,
        day,
        payment);
  }

  /** The event of a resident's step. */
  static ApplicationEvent event(Application after, Step step, Instant now) {
    return ApplicationEvent.of(
        after, step, now, Actor.RESIDENT, after.accountId(), null, null, List.of());
  }
}
