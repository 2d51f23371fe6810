package jp.ishikari.link.blueprint;

import static jp.ishikari.link.blueprint.Grant.Use.DECRYPT;
import static jp.ishikari.link.blueprint.Grant.Use.PUT;
import static jp.ishikari.link.blueprint.Grant.Use.READ;
import static jp.ishikari.link.blueprint.Grant.Use.UPDATE;
import static jp.ishikari.link.blueprint.Grant.all;
import static jp.ishikari.link.blueprint.Grant.putting;
import static jp.ishikari.link.blueprint.Grant.reading;
import static jp.ishikari.link.blueprint.Grant.readingAndPutting;
import static jp.ishikari.link.blueprint.Grant.to;

/** What each entry of the payments may touch. */
final class PaymentGrants {
  private PaymentGrants() {}

  /** Paying, and what gateways tell of it. */
  static Grants resident() {
    return all(
        reading(Table.APPLICATIONS, Table.PROCEDURES, Table.PAYMENT_LINKS, Table.PAYMENT_WAYS),
        to(Table.PAYMENTS, READ, PUT, UPDATE),
        to(Table.HOLDS, READ, UPDATE),
        putting(Table.PAYMENT_FINDINGS, Table.LEDGER),
        readingAndPutting(Table.CHECKOUTS, Table.PAYER_LINKS, Table.EVENTS, Table.TOKENS),
        to(Key.GATEWAY_SECRETS, DECRYPT));
  }

  /** Clerks decide; no gateway is reached from here. */
  static Grants staff() {
    return all(
        reading(Table.APPLICATIONS, Table.CALENDAR, Table.DIVISIONS),
        to(Table.PAYMENTS, READ, PUT),
        readingAndPutting(Table.LEDGER, Table.CASH_DAYS, Table.SETTLEMENTS, Table.MISMATCHES),
        to(Table.HOLDS, READ, PUT, UPDATE),
        readingAndPutting(Table.EVENTS, Table.TOKENS, Table.PAYMENT_WAYS));
  }

  /** Asking gateways what became of what is open. */
  static Grants poll() {
    return all(
        reading(Table.APPLICATIONS),
        to(Table.PAYMENTS, READ, PUT, UPDATE),
        to(Table.HOLDS, READ, UPDATE),
        to(Table.PAYMENT_FINDINGS, READ, PUT),
        putting(Table.EVENTS, Table.LEDGER),
        to(Key.GATEWAY_SECRETS, DECRYPT));
  }

  /** What is over is not asked for any more; what was corrected may cost otherwise. */
  static Grants cases() {
    return all(
        reading(Table.APPLICATIONS, Table.CALENDAR),
        to(Table.PAYMENTS, READ, PUT),
        to(Table.HOLDS, READ, PUT, UPDATE),
        to(Table.EVENTS, PUT));
  }
}
