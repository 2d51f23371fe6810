package jp.ishikari.link.formdesign;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.domain.document.Issuer;
import jp.ishikari.link.domain.document.LetterTemplate;
import jp.ishikari.link.domain.payment.PaymentTerms;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Json;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.forms.TextRules;
import jp.ishikari.link.forms.Translation;
import jp.ishikari.link.forms.Translations;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/**
 * What the editor sends of a procedure and a package holds of it: everything but its id and
 * division, any text of it perhaps still missing. Whatever way a draft comes, it is read here.
 */
record DraftRequest(
    @Nullable @Limit(max = LINE, name = true) String name,
    @Nullable @Limit(max = LINE) String kana,
    @Nullable @Limit(max = LIST) List<String> words,
    @Nullable @Limit(max = TEXT, lines = true) String summary,
    @Nullable @Limit(max = LINE) String category,
    @Nullable @Limit(max = LIST) List<String> events,
    @Nullable @Limit(max = LINE, lines = true) String audience,
    @Nullable @Limit(max = LIST, lines = true) List<String> needs,
    @Nullable @Limit(max = LINE, lines = true) String feeText,
    @Nullable @Limit(max = Procedure.MOST_DAYS) Integer standardDays,
    Procedure.@Nullable Level level,
    boolean online,
    @Nullable @Limit(max = TEXT, lines = true) String how,
    @Nullable @Limit(max = LINE, lines = true) String law,
    @Nullable Map<String, Object> texts,
    @Nullable Map<String, Object> form,
    @Nullable @Limit(max = LetterTemplate.MOST) List<LetterDraft> letters,
    @Nullable Issuer issuer,
    PaymentTerms.@Nullable When payWhen,
    @Nullable @Limit(max = LINE) String revenue,
    @Nullable @Limit(max = PaymentTerms.MOST_DAYS) Integer payDays,
    @Nullable @Limit(max = LIST) List<String> reductions,
    @Nullable Boolean reductionTakesTwo) {
  private static final int LINE = 200;
  private static final int TEXT = 1000;
  private static final int LIST = 30;

  DraftRequest {
    level = level == null ? Procedure.Level.VERIFIED : level;
    letters = letters == null ? List.of() : letters;
    issuer = issuer == null ? Issuer.ANYBODY : issuer;
    reductions = reductions == null ? List.of() : reductions;
    reductionTakesTwo = reductionTakesTwo != null && reductionTakesTwo;
  }

  /** What is wrong beyond the components' own bounds. */
  void check(Body.Mistakes mistakes) {
    if (form != null && !writable(form)) {
      mistakes.wrong("form", "characters", "様式の中に、使えない文字が含まれています。");
    }
    if (texts != null) {
      Translations.findings(texts).stream()
          .map(f -> new Problem.FieldError("texts", f.code().code(), "案内の訳：" + f.detail()))
          .distinct()
          .forEach(e -> mistakes.wrong(e.path(), e.code(), e.message()));
    }
  }

  private static boolean writable(Object data) {
    return switch (data) {
      case String text -> TextRules.clean(text, true);
      case Map<?, ?> map ->
          map.entrySet().stream().allMatch(e -> writable(e.getKey()) && writable(e.getValue()));
      case List<?> list -> list.stream().allMatch(DraftRequest::writable);
      case null, default -> true;
    };
  }

  /** Reads what came otherwise than as a request's body, as strictly. */
  static <T> Outcome<List<Problem.FieldError>, T> read(
      JsonNode object, BiFunction<DraftRequest, Body.Mistakes, T> rules) {
    return Body.read(
        object,
        DraftRequest.class,
        (draft, mistakes) -> {
          draft.check(mistakes);
          return rules.apply(draft, mistakes);
        });
  }

  /** What a draft or version holds. */
  static DraftRequest of(Procedure p) {
    return new DraftRequest(
        p.name(),
        p.kana(),
        p.words(),
        p.summary(),
        p.category(),
        p.events(),
        p.audience(),
        p.needs(),
        p.feeText(),
        p.standardDays(),
        p.level(),
        p.online(),
        p.how(),
        p.law(),
        Json.MAPPER.convertValue(p.texts(), new TypeReference<Map<String, Object>>() {}),
        p.form(),
        p.letters().stream().map(LetterDraft::of).toList(),
        p.issuer(),
        p.payment() == null ? null : p.payment().when(),
        p.payment() == null || p.payment().revenue().isEmpty() ? null : p.payment().revenue(),
        p.payment() == null ? null : p.payment().dueDays(),
        p.payment() == null ? List.of() : p.payment().reductions(),
        p.payment() != null && p.payment().reductionTakesTwo());
  }

  /** What of a procedure that was written elsewhere the editor would not take. */
  static List<Problem.FieldError> mistakes(Procedure p) {
    return read(Json.MAPPER.<JsonNode>valueToTree(of(p)), (draft, mistakes) -> draft)
        .fold(wrong -> wrong, read -> List.of());
  }

  /** Nothing but a name, to be applied for online. */
  static DraftRequest empty(String name) {
    return new DraftRequest(
        name,
        null,
        List.of(),
        null,
        null,
        List.of(),
        null,
        List.of(),
        null,
        0,
        Procedure.Level.VERIFIED,
        true,
        null,
        null,
        null,
        null,
        List.of(),
        Issuer.ANYBODY,
        null,
        null,
        null,
        List.of(),
        false);
  }

  private List<LetterTemplate> drafted() {
    return letters.stream().map(LetterDraft::template).toList();
  }

  private Map<String, Map<String, Translation>> translated() {
    return texts == null ? Map.of() : Translations.of(texts);
  }

  /** Null where it is not paid here, whatever was set before. */
  private @Nullable PaymentTerms terms() {
    return payWhen == null
        ? null
        : new PaymentTerms(
            payWhen,
            revenue == null ? "" : revenue,
            payDays == null ? 0 : payDays,
            reductions,
            reductionTakesTwo);
  }

  /** Begins a procedure with this in it. */
  Procedure begin(String procedureId, String name, String divisionId) {
    return new Procedure(
        procedureId,
        0,
        name,
        kana,
        words,
        summary,
        category,
        events,
        audience,
        needs,
        feeText,
        standardDays == null ? 0 : standardDays,
        divisionId,
        level,
        online,
        false,
        how,
        law,
        translated(),
        form,
        drafted(),
        issuer,
        terms(),
        null);
  }

  /** The same procedure with this in it. */
  Procedure over(Procedure before) {
    return new Procedure(
        before.procedureId(),
        before.version(),
        name,
        kana,
        words,
        summary,
        category,
        events,
        audience,
        needs,
        feeText,
        standardDays == null ? 0 : standardDays,
        before.divisionId(),
        level,
        online,
        before.sample(),
        how,
        law,
        translated(),
        form,
        drafted(),
        issuer,
        terms(),
        before.release());
  }
}
