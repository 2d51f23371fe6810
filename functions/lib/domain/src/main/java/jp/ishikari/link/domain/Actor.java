package jp.ishikari.link.domain;

/** Who may take an edge of the {@link Lifecycle}. */
public enum Actor {
  RESIDENT,
  STAFF,
  /** Staff who enter what an applicant wrote on paper or said, of what staff entered before. */
  STAFF_FOR_APPLICANT
}
