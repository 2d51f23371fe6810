package jp.ishikari.link.payments.gateway;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.payment.Checkout;
import jp.ishikari.link.domain.payment.Receipt;
import jp.ishikari.link.domain.payment.Statement;

/**
 * A payment gateway. What it is asked it answers, or it could not be asked, or it refuses; nothing
 * of ours decides anything. An answer that lacks what it should say is none. No card number ever
 * reaches us: people type it on the gateway's page.
 */
public interface PaymentGateway {

  /** What checkouts remember it by. */
  String name();

  /** What staff call it. */
  String label();

  /**
   * How people may pay through it, in words that are the same for all gateways: credit_card,
   * konbini, paypay, bank_transfer.
   */
  List<String> methods();

  /**
   * Whether people choose the way to pay on its page. Such a page serves every way that it was
   * opened for, and an untouched one stands open until its end.
   */
  boolean choosesThere();

  /** Why it did not do it. */
  sealed interface Failure {
    /** It could not be reached, or failed: the same may be asked again. */
    record Away() implements Failure {}

    /**
     * It will not.
     *
     * @param code its own word for why
     */
    record Refused(String code) implements Failure {}
  }

  /**
   * What is to be paid.
   *
   * @param reference what it is called between us; used once
   * @param methods the way that was chosen, and then those that may be chosen instead
   * @param amount whole yen
   * @param returnTo where the browser comes back to, which proves nothing
   */
  record Wanted(String reference, List<String> methods, int amount, String returnTo) {}

  /** Where it can be paid, and until when. */
  record Begun(String providerId, String url, Instant closesAt) {}

  /** Opens a page of the gateway's where somebody can pay. */
  Outcome<Failure, Begun> createCheckout(Wanted wanted);

  /**
   * What a notice is about.
   *
   * @param noticeId the gateway's own id of it
   * @param at when the gateway says it happened
   * @param reference which checkout; empty where it is about none of ours
   */
  record Told(String noticeId, Instant at, Optional<String> reference) {}

  /** Reads a notice; it only says what to ask about. Empty where it is none of money. */
  Optional<Told> notification(String body);

  /** What became of a checkout, as the gateway knows it at this moment. */
  Outcome<Failure, Statement> query(Checkout checkout);

  /** That nobody pays by it any more, if nobody has. */
  Outcome<Failure, Boolean> close(Checkout checkout);

  /**
   * Gives money back the way it came.
   *
   * @param checkout by which it came
   * @param before whole yen of it that were given back earlier
   * @param key names this refund: asked twice, it is done once
   */
  Outcome<Failure, Boolean> refund(
      Checkout checkout, Receipt receipt, int amount, long before, String key);
}
