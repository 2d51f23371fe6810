package jp.ishikari.link.forms;

/** What can stand in the way of publishing a form. */
public enum GateCode {
  /** No answers lead to this page. */
  UNREACHABLE_PAGE("unreachable-page", Severity.ERROR),
  /** No answers make this condition true, so its question is never asked. */
  NEVER_TRUE("never-true", Severity.ERROR),
  /** The same for a question that must be answered. */
  REQUIRED_NEVER_SHOWN("required-never-shown", Severity.ERROR),
  /** No answers keep this rule, so no application is accepted. */
  RULE_NEVER_HOLDS("rule-never-holds", Severity.ERROR),
  /** Asks for the individual number (個人番号), which this city hall never takes. */
  PERSONAL_NUMBER("personal-number", Severity.ERROR),
  /** Choices of one question that nobody can tell apart. */
  SAME_CHOICES("same-choices", Severity.ERROR),
  /** Asks what another question of the form tells already. */
  ASKED_TWICE("asked-twice", Severity.WARNING),
  /** Asks what the card tells, without the key by which it would be filled in. */
  NOT_PREFILLED("not-prefilled", Severity.WARNING),
  /** Asks for what the law protects in particular (要配慮個人情報, 個人情報保護法2条3項). */
  SENSITIVE("sensitive", Severity.WARNING),
  /** A kind of question at which people fail without a word of help or an example. */
  MISSING_HELP("missing-help", Severity.WARNING),
  /** Texts that are not translated. */
  MISSING_TRANSLATION("missing-translation", Severity.WARNING),
  /** Texts whose Japanese has changed since they were translated. */
  STALE_TRANSLATION("stale-translation", Severity.WARNING),
  /** Translations of texts that are no more. */
  ORPHAN_TRANSLATION("orphan-translation", Severity.WARNING),
  /** There is no example at all. */
  NO_EXAMPLE("no-example", Severity.WARNING),
  /** An example comes out otherwise than expected. */
  EXAMPLE_FAILS("example-fails", Severity.ERROR),
  /** There is a fee and no example that says how much. */
  FEE_WITHOUT_EXAMPLE("fee-without-example", Severity.ERROR),
  /** A case of the fee that no example reaches. */
  FEE_CASE_WITHOUT_EXAMPLE("fee-case-without-example", Severity.WARNING),
  /** A sentence longer than people read at once. */
  LONG_SENTENCE("long-sentence", Severity.WARNING),
  /** More kanji than people read easily. */
  MANY_KANJI("many-kanji", Severity.WARNING),
  /** Not not. */
  DOUBLE_NEGATIVE("double-negative", Severity.WARNING);

  /** Whether the form can be published with it. */
  public enum Severity {
    ERROR,
    WARNING
  }

  private final String code;
  private final Severity severity;

  GateCode(String code, Severity severity) {
    this.code = code;
    this.severity = severity;
  }

  /** The code as it is written in JSON. */
  public String code() {
    return code;
  }

  public Severity severity() {
    return severity;
  }
}
