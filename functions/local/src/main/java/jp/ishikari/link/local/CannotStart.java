package jp.ishikari.link.local;

/** The city hall cannot start on this machine; the message says what to do. */
final class CannotStart extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CannotStart(String whatToDo) {
    super(whatToDo);
  }
}
