package jp.ishikari.link.formdesign;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.edge.Json;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.forms.FormDefinition;
import jp.ishikari.link.forms.FormReading;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;

/**
 * A procedure to take along to another city hall: page and form with texts, images, fee and
 * examples. What belongs to this one (who published it, versions, division) stays here.
 *
 * @param formatVersion counts up when the shape changes; an unknown one is refused
 */
record DesignPackage(String format, int formatVersion, Content content) {
  static final String FORMAT = "ishikari-link-form-package";
  static final int CURRENT = 2;

  /** Before procedures had words of their own; read as one that has none. */
  private static final int WITHOUT_WORDS = 1;

  private static final ObjectReader STRICT =
      Json.MAPPER
          .readerFor(DesignPackage.class)
          .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  /** What is in it. */
  record Content(
      String name,
      String kana,
      List<String> words,
      String summary,
      String category,
      List<String> events,
      String audience,
      List<String> needs,
      String feeText,
      int standardDays,
      Procedure.Level level,
      boolean online,
      String how,
      String law,
      Map<String, Object> form) {}

  static DesignPackage of(Procedure p) {
    return new DesignPackage(
        FORMAT,
        CURRENT,
        new Content(
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
            p.form()));
  }

  /** All of it or nothing: what is damaged is refused with every reason. */
  static Outcome<Response, DesignPackage> read(Map<String, Object> data) {
    List<Problem.FieldError> wrong = new ArrayList<>();
    if (!FORMAT.equals(data.get("format"))) {
      wrong.add(error("format", "format", "様式のパッケージではありません。"));
    } else if (!Set.of(WITHOUT_WORDS, CURRENT).contains(data.get("formatVersion"))) {
      wrong.add(error("formatVersion", "format-version", "この版のパッケージは読み込めません。"));
    } else {
      try {
        DesignPackage read = STRICT.readValue(Json.MAPPER.writeValueAsBytes(data));
        if (read.content() == null || read.content().name() == null) {
          wrong.add(error("content.name", "required", "手続の名前がありません。"));
        } else if (read.form() != null
            && FormDefinition.read(read.form()) instanceof FormReading.Refused(var why)) {
          why.forEach(
              f -> wrong.add(error("content.form" + f.pointer(), f.code().code(), f.detail())));
        } else {
          return Outcome.success(read);
        }
      } catch (JacksonException damaged) {
        wrong.add(error("content", "damaged", "パッケージの内容がこわれています。"));
      }
    }
    return Outcome.failure(Problem.ANSWERS_INVALID.response("パッケージを読み込めませんでした。", wrong));
  }

  private Map<String, Object> form() {
    return Versioned.form(as("package", "package", null), 1);
  }

  /** As the draft of a procedure of ours. */
  Procedure as(String procedureId, String name, String divisionId) {
    return new Procedure(
        procedureId,
        0,
        name,
        content.kana(),
        content.words(),
        content.summary(),
        content.category(),
        content.events() == null ? List.of() : content.events(),
        content.audience(),
        content.needs() == null ? List.of() : content.needs(),
        content.feeText(),
        content.standardDays(),
        divisionId,
        content.level() == null ? Procedure.Level.PROOFED : content.level(),
        content.online(),
        false,
        content.how(),
        content.law(),
        content.form(),
        null);
  }

  private static Problem.FieldError error(String path, String code, String message) {
    return new Problem.FieldError("package." + path, code, message);
  }
}
