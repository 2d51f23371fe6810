package jp.ishikari.link.formdesign;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import jp.ishikari.link.domain.Applicant;
import jp.ishikari.link.domain.PageTexts;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.domain.payment.PaymentTerms;
import jp.ishikari.link.edge.OneOf;
import jp.ishikari.link.forms.FormDefinition;
import jp.ishikari.link.forms.FormReading;
import jp.ishikari.link.forms.GateFinding;
import jp.ishikari.link.forms.PublishGate;
import jp.ishikari.link.forms.Translations;

/**
 * Something to look at before a procedure is published.
 *
 * @param severity {@code error}: it can't be published with it; {@code warning}: it can
 * @param pointer JSON pointer into the design; what starts with {@code /form} is in the form
 * @param message one sentence for the staff member
 */
record DesignFinding(
    @OneOf({"error", "warning"}) String severity,
    String code,
    String pointer,
    String message,
    Map<String, Object> params) {
  static final String ERROR = "error";
  static final String WARNING = "warning";

  boolean blocks() {
    return severity.equals(ERROR);
  }

  /** Everything there is to say of a draft, page first. */
  static List<DesignFinding> of(Procedure draft) {
    List<DesignFinding> findings = new ArrayList<>();
    missing(findings, "name", "手続の名前", draft.name());
    missing(findings, "kana", "手続の名前のふりがな", draft.kana());
    reading(findings, draft.kana());
    missing(findings, "summary", "手続の説明", draft.summary());
    missing(findings, "category", "分野", draft.category());
    missing(findings, "audience", "対象になる方", draft.audience());
    missing(findings, "feeText", "手数料の説明", draft.feeText());
    if (draft.payment() != null) {
      payment(findings, draft);
    }
    if (!draft.online()) {
      missing(findings, "how", "窓口・郵送での手続のしかた", draft.how());
    }
    Set<String> languages = languages(draft);
    for (String language : languages) {
      page(findings, draft, language);
    }
    if (draft.online()) {
      form(findings, draft, languages);
    }
    findings.addAll(LetterFindings.of(draft));
    return findings;
  }

  /**
   * Everything there is to say of a draft that is about to be published.
   *
   * @param capacityOrNull how many applications it is to take: places are counted by who holds one,
   *     so it must be told who that is
   * @param withoutHolidays years in which the days of its period would be counted wrong
   */
  static List<DesignFinding> of(
      Procedure draft, Integer capacityOrNull, List<Integer> withoutHolidays) {
    List<DesignFinding> findings = of(draft);
    if (draft.online() && draft.standardDays() > 0) {
      withoutHolidays.forEach(
          year ->
              findings.add(
                  new DesignFinding(
                      ERROR,
                      "holidays-missing",
                      "/standardDays",
                      year + "年の祝日が登録されていないため、処理期間を正しく数えられません。" + "システム管理者に、祝日の登録を依頼してください。",
                      Map.of("year", year))));
    }
    if (capacityOrNull != null
        && draft.online()
        && draft.level() == Procedure.Level.GUEST
        && !asksEverybodyForMail(draft)) {
      findings.add(
          new DesignFinding(
              ERROR,
              "nobody-holds-places",
              "/level",
              "定員は、おひとり1件で数えます。「申請する人に求める本人確認」を「ログイン」以上にするか、いつも表示される必須の質問として"
                  + "メールアドレス（「申請する方ご自身のこと」に印を付けたもの）を様式に入れてください。",
              Map.of()));
    }
    return findings;
  }

  private static boolean asksEverybodyForMail(Procedure draft) {
    return FormDefinition.read(Versioned.form(draft, Math.max(1, draft.version())))
            instanceof FormReading.Valid(FormDefinition valid)
        && Applicant.emailField(valid)
            .filter(field -> field.required() && field.visibleIf() == null)
            .filter(
                field ->
                    valid.pages().stream()
                        .filter(page -> page.fields().contains(field))
                        .allMatch(page -> page.visibleIf() == null))
            .isPresent();
  }

  /** Money is booked under something, and what is paid at once must be known at once. */
  private static void payment(List<DesignFinding> findings, Procedure draft) {
    missing(
        findings,
        "revenue",
        "歳入科目",
        draft.payment().revenue().isEmpty() ? null : draft.payment().revenue());
    if (draft.payment().online() && draft.payment().dueDays() == 0) {
      missing(findings, "payDays", "納付の期限", null);
    }
    List<String> reductions = draft.payment().reductions();
    if (Set.copyOf(reductions).size() < reductions.size()) {
      findings.add(
          new DesignFinding(
              ERROR, "reduction-twice", "/reductions", "同じ減額・免除の理由が2つあります。", Map.of()));
    }
    boolean unknown = draft.form() == null || !draft.form().containsKey("fee");
    if (draft.payment().when() == PaymentTerms.When.WITH_APPLICATION && unknown) {
      findings.add(
          new DesignFinding(
              ERROR, "fee-unknown", "/payWhen", "申請のときに納めてもらうには、様式に手数料の計算を入れてください。", Map.of()));
    }
  }

  private static void missing(
      List<DesignFinding> findings, String member, String label, String text) {
    if (text == null) {
      findings.add(
          new DesignFinding(
              ERROR, "missing", "/" + member, label + "を入力してください。", Map.of("label", label)));
    }
  }

  /** A reading is there for who cannot read the kanji. */
  private static void reading(List<DesignFinding> findings, String kana) {
    String kanji =
        kana == null
            ? ""
            : kana.codePoints()
                .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN)
                .distinct()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    if (!kanji.isEmpty()) {
      findings.add(
          new DesignFinding(
              ERROR,
              "not-a-reading",
              "/kana",
              "手続の名前のふりがなに、漢字（" + kanji + "）があります。かなで入力してください。",
              Map.of("kanji", kanji)));
    }
  }

  /** What residents read of the page in a language. */
  private static void page(List<DesignFinding> findings, Procedure draft, String language) {
    Translations.check(
            language,
            PageTexts.of(draft),
            draft.texts().getOrDefault(language, Map.of()),
            "/texts/" + language)
        .forEach(f -> findings.add(of(f, f.pointer(), "手続の案内：")));
  }

  private static void form(List<DesignFinding> findings, Procedure draft, Set<String> languages) {
    Map<String, Object> form = Versioned.form(draft, Math.max(1, draft.version()));
    if (form == null) {
      findings.add(
          new DesignFinding(ERROR, "missing", "/form", "申請の様式を作ってください。", Map.of("label", "様式")));
      return;
    }
    switch (FormDefinition.read(form)) {
      case FormReading.Refused(var refused) ->
          refused.forEach(
              f ->
                  findings.add(
                      new DesignFinding(
                          ERROR,
                          f.code().code(),
                          "/form" + f.pointer(),
                          PlaceInForm.of(form, f.pointer()).tell(f),
                          Map.of())));
      case FormReading.Valid(FormDefinition valid) ->
          PublishGate.check(valid, languages)
              .forEach(f -> findings.add(of(f, "/form" + f.pointer(), "")));
    }
  }

  private static DesignFinding of(GateFinding f, String pointer, String where) {
    return new DesignFinding(
        f.code().severity().name().toLowerCase(Locale.ROOT),
        f.code().code(),
        pointer,
        where + f.detail(),
        f.params());
  }

  /** The languages that page or form was begun to be translated into: who begins reads on. */
  private static Set<String> languages(Procedure draft) {
    Set<String> languages = new TreeSet<>(draft.texts().keySet());
    if (draft.online()
        && draft.form() != null
        && draft.form().get("texts") instanceof Map<?, ?> texts) {
      texts.keySet().forEach(language -> languages.add(language.toString()));
    }
    return languages;
  }
}
