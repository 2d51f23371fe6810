package jp.ishikari.link.domain.document;

/** What a document is for. */
public enum DocumentKind {
  DECISION("決定通知"),
  CERTIFICATE("交付"),
  REJECTION("却下"),
  NOTICE("お知らせ"),
  RECEIPT("領収");

  private final String label;

  DocumentKind(String label) {
    this.label = label;
  }

  /** As people call it. */
  public String label() {
    return label;
  }
}
