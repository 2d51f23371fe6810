package jp.ishikari.link.blueprint;

import static jp.ishikari.link.blueprint.Grant.Use.CHECK;
import static jp.ishikari.link.blueprint.Grant.Use.DELETE;
import static jp.ishikari.link.blueprint.Grant.Use.ENCRYPT;
import static jp.ishikari.link.blueprint.Grant.Use.GET_OBJECT;
import static jp.ishikari.link.blueprint.Grant.Use.PUT;
import static jp.ishikari.link.blueprint.Grant.Use.READ;
import static jp.ishikari.link.blueprint.Grant.Use.SEND_MAIL;
import static jp.ishikari.link.blueprint.Grant.Use.SIGN;
import static jp.ishikari.link.blueprint.Grant.Use.UNWRAP;
import static jp.ishikari.link.blueprint.Grant.Use.UPDATE;
import static jp.ishikari.link.blueprint.Grant.all;
import static jp.ishikari.link.blueprint.Grant.hashing;
import static jp.ishikari.link.blueprint.Grant.readingAndPutting;
import static jp.ishikari.link.blueprint.Grant.to;

/** What residents' sign-ins, which are most of what identity does, may touch. */
final class IdentityGrants {
  private IdentityGrants() {}

  static Grants resident() {
    return all(
        to(Table.SIGN_INS, READ, PUT, DELETE),
        to(Table.PAIRINGS, READ, PUT, DELETE),
        to(Table.EMAIL_CODES, READ, PUT, UPDATE, DELETE),
        to(Table.CONFIRMED_ADDRESSES, PUT),
        to(Table.SESSIONS, READ, PUT, UPDATE, DELETE),
        readingAndPutting(Table.SIGN_IN_RECORDS, Table.SIGNING_REQUESTS),
        to(Table.VISITS, UPDATE),
        to(Table.IDENTITIES, READ, PUT, DELETE, CHECK),
        to(Table.ACCOUNTS, READ, PUT, UPDATE),
        to(Bucket.TRUST, GET_OBJECT),
        to(Table.STOPPED_ADDRESSES, READ, DELETE),
        hashing(Key.RESIDENT_IDENTITIES, Key.MAIL_ADDRESSES, Key.MAIL_CODES, Key.CERTIFICATE_MARKS),
        to(Key.EVIDENCE, ENCRYPT),
        to(Key.RESIDENT_CLIENT, SIGN),
        to(Key.SIGNING_RESULTS, UNWRAP),
        to(Mailer.CITY, SEND_MAIL));
  }
}
