package jp.ishikari.link.domain.document;

/** The texts of a letter that somebody writes, and how long each may be in code points. */
public enum LetterText {
  TITLE("title", "題名", LetterText.MOST_OF_TITLE),
  SENDER("sender", "発信者", LetterText.MOST_OF_SENDER),
  ADDRESSEE("addressee", "あて名", LetterText.MOST_OF_ADDRESSEE),
  BODY("body", "本文", LetterText.MOST_OF_BODY);

  public static final int MOST_OF_TITLE = 100;
  public static final int MOST_OF_SENDER = 100;
  public static final int MOST_OF_ADDRESSEE = 200;
  public static final int MOST_OF_BODY = 5000;

  private final String member;
  private final String label;
  private final int most;

  LetterText(String member, String label, int most) {
    this.member = member;
    this.label = label;
    this.most = most;
  }

  /** As it is called in JSON. */
  public String member() {
    return member;
  }

  /** As staff read it. */
  public String label() {
    return label;
  }

  public int most() {
    return most;
  }
}
