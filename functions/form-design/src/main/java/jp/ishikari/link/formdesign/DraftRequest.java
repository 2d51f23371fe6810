package jp.ishikari.link.formdesign;

import java.util.List;
import java.util.Map;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.edge.Body;

/**
 * What the editor sends of a procedure: everything but its id and division, any text of it perhaps
 * still missing.
 */
record DraftRequest(
    String name,
    String kana,
    List<String> words,
    String summary,
    String category,
    List<String> events,
    String audience,
    List<String> needs,
    String feeText,
    Integer standardDays,
    Procedure.Level level,
    boolean online,
    String how,
    String law,
    Map<String, Object> form) {
  private static final int LINE = 200;
  private static final int TEXT = 1000;
  private static final int LIST = 30;
  private static final int MAX_DAYS = 365;

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
        body.optionalInteger("standardDays", 0, MAX_DAYS),
        body.choice("level", Procedure.Level.class, Procedure.Level.PROOFED),
        body.flag("online"),
        body.optionalText("how", TEXT),
        body.optionalText("law", LINE),
        body.optionalDocument("form"));
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
