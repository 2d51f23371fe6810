package jp.ishikari.link.domain;

/** Turns personal data into search terms that say nothing without the key. */
public interface BlindIndex {

  /** What a term is made of; part of the term, so that a name never matches a phone number. */
  enum Kind {
    NAME,
    FAMILY,
    KANA,
    KANA_START,
    PHONE,
    BIRTH_DATE
  }

  /**
   * @param scope division within which it can be found, so that hits never cross divisions
   * @param folded the value after folding for search; never stored
   */
  String term(String scope, Kind kind, String folded);
}
