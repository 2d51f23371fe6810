package jp.ishikari.link.blueprint;

/**
 * What a caller must be before a route runs at all. Finer rules (level of a procedure, division of
 * a case) are the operation's.
 */
public enum Access {
  /** Guests too. */
  ANYONE,
  /** A resident with a session. */
  RESIDENT,
  /** Staff that the identity provider knows but whose one-time code has not been seen yet. */
  STAFF_FIRST_FACTOR,
  /** Staff of any role with both factors. */
  STAFF,
  /** Staff who may decide: reviewer or division administrator. */
  REVIEWER,
  /** Staff who may build and publish forms: division administrator. */
  DESIGNER
}
