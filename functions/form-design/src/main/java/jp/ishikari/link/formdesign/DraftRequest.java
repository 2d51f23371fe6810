package jp.ishikari.link.formdesign;

import java.util.List;
import java.util.Map;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Json;
import jp.ishikari.link.edge.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the editor sends of a procedure and a package holds of it: everything but its id and
 * division, any text of it perhaps still missing. Whatever way a draft comes, it is read here.
 */
record DraftRequest(
    @Nullable String name,
    @Nullable String kana,
    List<String> words,
    @Nullable String summary,
    @Nullable String category,
    List<String> events,
    @Nullable String audience,
    List<String> needs,
    @Nullable String feeText,
    @Nullable Integer standardDays,
    Procedure.@Nullable Level level,
    boolean online,
    @Nullable String how,
    @Nullable String law,
    @Nullable Map<String, Object> form) {
  private static final int LINE = 200;
  private static final int TEXT = 1000;
  private static final int LIST = 30;

  static DraftRequest read(Body body) {
    return new DraftRequest(
        body.optionalText("name", LINE),
        body.optionalText("kana", LINE),
        body.texts("words", LIST),
        body.optionalText("summary", TEXT),
        body.optionalText("category", LINE),
        body.texts("events", LIST),
        body.optionalText("audience", LINE),
        body.texts("needs", LIST),
        body.optionalText("feeText", LINE),
        body.optionalInteger("standardDays", 0, Procedure.MOST_DAYS),
        body.choice("level", Procedure.Level.class, Procedure.Level.PROOFED),
        body.flag("online"),
        body.optionalText("how", TEXT),
        body.optionalText("law", LINE),
        form(body));
  }

  private static Map<String, Object> form(Body body) {
    Map<String, Object> form = body.optionalDocument("form");
    if (form != null && !writable(form)) {
      body.wrong("form", "characters", "様式の中に、使えない文字が含まれています。");
    }
    return form;
  }

  private static boolean writable(Object data) {
    return switch (data) {
      case String text -> Body.writable(text);
      case Map<?, ?> map ->
          map.entrySet().stream().allMatch(e -> writable(e.getKey()) && writable(e.getValue()));
      case List<?> list -> list.stream().allMatch(DraftRequest::writable);
      case null, default -> true;
    };
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
        p.form());
  }

  /** What of a procedure that was written elsewhere the editor would not take. */
  static List<Problem.FieldError> mistakes(Procedure p) {
    return Body.read(Json.MAPPER.<JsonNode>valueToTree(of(p)), DraftRequest::read)
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
        Procedure.Level.PROOFED,
        true,
        null,
        null,
        null);
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
        form,
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
        form,
        before.release());
  }
}
