package jp.ishikari.link.blueprint;

/** How large a request's body may be; what is larger is refused before anybody reads it. */
public enum BodySize {
  /** A few fields: the longest text of a clerk with every character escaped fits. */
  SMALL(32 * 1024),
  /** Answers to a form, a form itself, or a list of people. Files go to object storage. */
  ANSWERS(256 * 1024);

  private final int bytes;

  BodySize(int bytes) {
    this.bytes = bytes;
  }

  public int bytes() {
    return bytes;
  }
}
