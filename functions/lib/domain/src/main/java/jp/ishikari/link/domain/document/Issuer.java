package jp.ishikari.link.domain.document;

/** Who hands over the documents of a procedure. */
public enum Issuer {
  /** Whoever may, who made the document too. */
  ANYBODY,
  /** Somebody else than who made it, and than who stands in for them. */
  ANOTHER
}
