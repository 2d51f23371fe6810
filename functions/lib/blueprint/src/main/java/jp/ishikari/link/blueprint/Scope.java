package jp.ishikari.link.blueprint;

/** What a partner's client may be let do. */
public enum Scope {
  PROCEDURES("公開している手続の一覧を読む");

  private final String label;

  Scope(String label) {
    this.label = label;
  }

  /** What administrators read when they grant it. */
  public String label() {
    return label;
  }
}
