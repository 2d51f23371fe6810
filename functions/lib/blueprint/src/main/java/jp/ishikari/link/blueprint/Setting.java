package jp.ishikari.link.blueprint;

import static jp.ishikari.link.blueprint.Capability.APPLICATIONS;
import static jp.ishikari.link.blueprint.Capability.COUNTER;
import static jp.ishikari.link.blueprint.Capability.DOCUMENTS;
import static jp.ishikari.link.blueprint.Capability.IDENTITY;
import static jp.ishikari.link.blueprint.Capability.NOTICES;
import static jp.ishikari.link.blueprint.Capability.PAYMENTS;
import static jp.ishikari.link.blueprint.Capability.STAFF_DIRECTORY;

import java.util.Set;

/**
 * Everything a function reads from its environment besides resource names. Read once, checked at
 * start.
 */
public enum Setting {
  SITE_NAME("The site's name, the city's own (tender 3.7.2 ①).", "いしかリンク", IDENTITY, NOTICES),
  PUBLIC_ORIGIN(
      "Origin of the resident portal; its scheme decides cookie name and attributes.", null),
  STAFF_ORIGIN("Origin of the staff console.", null),
  ROLE("active or standby: a standby answers unsafe requests 503.", "active"),
  BUDGET_SCALE(
      "How many times as often each viewer may ask, where one address stands for all of them:"
          + " 1 in the cloud, more on one machine and in tests.",
      "1"),
  REGION_DIGIT("First digit of receipt numbers made here; 1 Tokyo, 2 Osaka.", null, APPLICATIONS),
  CLAIM_DAYS(
      "Days during which an application sent in without signing in may be taken into an account.",
      "30",
      APPLICATIONS),
  CARD_ISSUER("OpenID Connect issuer of the My Number card app.", null, IDENTITY),
  CARD_CLIENT_ID("Our client id there.", "ishikari-portal", IDENTITY),
  CARD_SCOPES(
      "What is asked of it for a sign-in, with spaces between.",
      "openid name address birthdate gender",
      IDENTITY),
  CARD_ALGORITHMS(
      "Algorithms of its id tokens that are believed, with spaces between.", "ES256", IDENTITY),
  CARD_CLAIMS(
      "Ours=its, with spaces between: where it tells name, address, birthdate and gender.",
      "name=name address=address birthdate=birthdate gender=gender",
      IDENTITY),
  XID_ISSUER("OpenID Connect issuer of xID; none where xID is not offered.", "none", IDENTITY),
  XID_ENDPOINTS(
      "authorize=… token=… userinfo=… keys=… with spaces between, or discovery.",
      "discovery",
      IDENTITY),
  XID_CLIENT_ID("Our client id there.", "ishikari-portal", IDENTITY),
  XID_CLIENT_AUTHENTICATION(
      "How our client proves itself there: PRIVATE_KEY_JWT, or NONE (PKCE only).",
      "PRIVATE_KEY_JWT",
      IDENTITY),
  XID_SCOPES("What is asked of it, with spaces between.", "openid profile address", IDENTITY),
  XID_ALGORITHMS("Algorithms of its id tokens that are believed.", "RS256", IDENTITY),
  XID_CLAIMS(
      "Ours=its, with spaces between; address.formatted is formatted within address.",
      "name=name address=address.formatted birthdate=birthdate gender=gender",
      IDENTITY),
  XID_VERIFIES("Whether its sign-in verifies the identity: yes or no.", "yes", IDENTITY),
  XID_LABEL("What residents call it.", "xIDアプリ", IDENTITY),
  XID_HINT("What residents need for it, in a sentence.", "スマートフォンのxIDアプリと、暗証番号を使います。", IDENTITY),
  SIGNING_SCOPES("What is asked of it for a signature.", "openid sign", IDENTITY),
  SIGNING_TRANSACTIONS("Where the My Number card app opens transactions of 署名API.", null, IDENTITY),
  SIGNATURE_ROOTS(
      "SHA-256 of the pinned roots of 署名用電子証明書, hexadecimal, with commas between.", null, IDENTITY),
  SIGNATURE_POLICIES(
      "Policies that its certificates may carry, with commas between.", null, IDENTITY),
  SIGNATURE_HASH("What the card signs: DIGEST_INFO or BARE_HASH.", "DIGEST_INFO", IDENTITY),
  SIGNATURE_SHAPE(
      "How the card app gives a signature: PKCS1 with the certificate beside it, or CMS.",
      "PKCS1",
      IDENTITY),
  SIGNATURE_EVIDENCE(
      "What is kept of a certificate: CERTIFICATE (encrypted) where the city is a 署名検証者, else"
          + " KEYED_HASH.",
      "KEYED_HASH",
      IDENTITY),
  SIGNATURE_REVOCATION(
      "LISTS where the city is a 署名検証者 and gets revocation lists, else NOT_ASKED.",
      "NOT_ASKED",
      IDENTITY),
  STAFF_ISSUER("OpenID Connect issuer for staff.", null, IDENTITY),
  STAFF_CLIENT_ID("Our client id there.", "ishikari-staff", IDENTITY),
  STAFF_CLIENT_AUTHENTICATION(
      "How our client proves itself there: PRIVATE_KEY_JWT, or NONE (PKCE only).",
      "PRIVATE_KEY_JWT",
      IDENTITY),
  STAFF_SCOPES("What is asked of it.", "openid profile", IDENTITY),
  STAFF_ACCOUNT_CLAIM(
      "Claim that carries the account under which staff are registered.", "sub", IDENTITY),
  STAFF_SECOND_FACTOR(
      "Claim by which it says that it asked for a second factor itself, as name=value; none: ours"
          + " is asked.",
      "none",
      IDENTITY,
      STAFF_DIRECTORY),
  STAFF_ALGORITHMS("Algorithms of its id tokens that are believed.", "RS256", IDENTITY),
  FIRST_ADMINISTRATOR(
      "Account of who registers the first staff; means nothing once anybody is registered.",
      "nobody",
      IDENTITY),
  EMAIL_SIGN_IN(
      "Whether residents may sign in by a code sent to their e-mail address: yes or no.",
      "yes",
      IDENTITY),
  MAIL_SENDER("Sender address of notices and codes.", null, IDENTITY, NOTICES),
  SEAL_CERTIFICATE(
      "The certificate of the key that seals documents: DER in Base64; none: they are not sealed.",
      "none",
      DOCUMENTS),
  KOMOJU_ENDPOINT(
      "Where KOMOJU's API answers; none: nothing is paid online through it.", "none", PAYMENTS),
  KOMOJU_API_KEY("Its secret key, sealed by the key gateway-secrets, in Base64.", "none", PAYMENTS),
  KOMOJU_NOTICE_SECRET(
      "What its notices are signed under, sealed by the key gateway-secrets, in Base64.",
      "none",
      PAYMENTS),
  KOMOJU_METHODS(
      "How people may pay through it, in its own words with spaces between, each on a button of"
          + " ours.",
      "credit_card konbini paypay",
      PAYMENTS),
  GMO_ENDPOINT(
      "Where GMO-PG's リンクタイプPlus answers, with its path; none: nothing is paid online through it.",
      "none",
      PAYMENTS),
  GMO_SHOP_ID("What it calls the city: ShopID.", "none", PAYMENTS),
  GMO_SHOP_PASSWORD("ShopPass, sealed by the key gateway-secrets, in Base64.", "none", PAYMENTS),
  GMO_CONFIGURATION("設定ID: which of its configurations its page follows.", "none", PAYMENTS),
  GMO_METHODS(
      "How people may pay through it, of credit_card, konbini and paypay, with spaces between.",
      "credit_card konbini paypay",
      PAYMENTS),
  GMO_PAGE_MINUTES(
      "Minutes for which its page stands open, as that configuration has it.", "60", PAYMENTS),
  COLLECTOR(
      "Name and address of the 指定納付受託者, as residents read it (地方自治法第231条の2の3).", "none", PAYMENTS),
  SESSION_IDLE_MINUTES(
      "Minutes after which a resident's unused session ends; staff's is set in the console.",
      "30",
      IDENTITY),
  SESSION_HOURS(
      "Hours after which a resident's session ends in any case; staff's is set in the console.",
      "8",
      IDENTITY),
  VISIT_IDLE_MINUTES(
      "Minutes after which an unused visit at the counter ends on the server.",
      "10",
      IDENTITY,
      COUNTER),
  VISIT_MINUTES("Minutes after which a visit at the counter ends in any case.", "90", COUNTER);

  private final String purpose;
  private final String fallback;
  private final Set<Capability> readers;

  /** No readers means that every capability reads it. */
  Setting(String purpose, String fallback, Capability... readers) {
    this.purpose = purpose;
    this.fallback = fallback;
    this.readers = readers.length == 0 ? Set.of(Capability.values()) : Set.of(readers);
  }

  /** Whether functions of a capability get it. */
  public boolean isReadBy(Capability capability) {
    return readers.contains(capability);
  }

  public String purpose() {
    return purpose;
  }

  /** Value where the environment has none; null when the environment must have one. */
  public String fallback() {
    return fallback;
  }
}
