package jp.ishikari.link.blueprint;

/** How large a request's body may be; what is larger is refused before anybody reads it. */
public enum BodySize {
  /** A few fields: the longest text of a clerk with every character escaped fits. */
  SMALL(32 * 1024),
  /**
   * Answers to a form, a form itself, a letter, or a list of people. Files go to object storage.
   */
  ANSWERS(256 * 1024);

  private final int bytes;

  BodySize(int bytes) {
    this.bytes = bytes;
  }

  /** What a route takes; few take more than some fields. */
  static BodySize of(Route route) {
    return switch (route) {
      case SUBMIT_APPLICATION,
          TRY_APPLICATION,
          FREEZE_APPLICATION,
          CORRECT_APPLICATION,
          FREEZE_CORRECTION,
          ENTER_APPLICATION,
          ENTER_CORRECTION,
          SAVE_DRAFT,
          MAKE_DOCUMENT,
          RECORD_SETTLEMENT,
          CREATE_DESIGN,
          SAVE_DESIGN,
          TRY_DESIGN,
          IMPORT_STAFF ->
          ANSWERS;
      default -> SMALL;
    };
  }

  public int bytes() {
    return bytes;
  }
}
