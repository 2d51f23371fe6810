package jp.ishikari.link.blueprint;

/** Outgoing mail identities. */
public enum Mailer implements Resource {
  CITY
}
