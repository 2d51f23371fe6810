package jp.ishikari.link.formdesign;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Json;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.forms.FormDefinition;
import jp.ishikari.link.forms.FormReading;
import tools.jackson.databind.JsonNode;

/**
 * A procedure to take along to another city hall: page and form with texts, images, fee and
 * examples. What belongs to this one (who published it, versions, division) stays here.
 *
 * @param formatVersion counts up when the shape changes; an unknown one is refused
 */
record DesignPackage(String format, int formatVersion, DraftRequest content) {
  static final String FORMAT = "ishikari-link-form-package";
  static final int CURRENT = 4;

  /**
   * Before procedures had words of their own, texts in other languages, letters, and a way to pay;
   * read as without.
   */
  private static final Set<Integer> READ = Set.of(1, 2, 3, CURRENT);

  private static final Set<String> MEMBERS = Set.of("format", "formatVersion", "content");

  static DesignPackage of(Procedure p) {
    return new DesignPackage(FORMAT, CURRENT, DraftRequest.of(p));
  }

  /** All of it or nothing: what is damaged, or what the editor would refuse, with every reason. */
  static Outcome<Response, DesignPackage> read(Map<String, Object> data) {
    return content(data)
        .map(content -> new DesignPackage(FORMAT, (int) data.get("formatVersion"), content))
        .then(
            read ->
                read.unfitForm()
                    .<Outcome<List<Problem.FieldError>, DesignPackage>>map(Outcome::failure)
                    .orElseGet(() -> Outcome.success(read)))
        .fold(
            wrong -> Outcome.failure(Problem.ANSWERS_INVALID.response("パッケージを読み込めませんでした。", wrong)),
            Outcome::success);
  }

  private static Outcome<List<Problem.FieldError>, DraftRequest> content(Map<String, Object> data) {
    if (!FORMAT.equals(data.get("format"))) {
      return refused("format", "format", "様式のパッケージではありません。");
    }
    if (!(data.get("formatVersion") instanceof Integer version) || !READ.contains(version)) {
      return refused("formatVersion", "format-version", "この版のパッケージは読み込めません。");
    }
    if (!MEMBERS.containsAll(data.keySet())
        || !(data.get("content") instanceof Map<?, ?> content)) {
      return refused("content", "damaged", "パッケージの内容がこわれています。");
    }
    return DraftRequest.read(Json.MAPPER.<JsonNode>valueToTree(content), DesignPackage::named)
        .fold(
            wrong ->
                Outcome.failure(
                    wrong.stream()
                        .map(e -> error("content." + e.path(), e.code(), e.message()))
                        .toList()),
            Outcome::success);
  }

  private static DraftRequest named(DraftRequest content, Body.Mistakes mistakes) {
    if (content.name() == null) {
      mistakes.wrong("name", "required", "手続の名前がありません。");
    }
    return content;
  }

  /** What is wrong with the form, if there is one and anything is. */
  private Optional<List<Problem.FieldError>> unfitForm() {
    return content.form() != null
            && FormDefinition.read(form()) instanceof FormReading.Refused(var why)
        ? Optional.of(
            why.stream()
                .map(
                    f ->
                        error(
                            "content.form" + f.pointer(),
                            f.code().code(),
                            PlaceInForm.of(form(), f.pointer()).tell(f)))
                .toList())
        : Optional.empty();
  }

  private Map<String, Object> form() {
    return Versioned.form(as("package", "package", null), 1);
  }

  /** As the draft of a procedure of ours. */
  Procedure as(String procedureId, String name, String divisionId) {
    return content.begin(procedureId, name, divisionId);
  }

  private static <T> Outcome<List<Problem.FieldError>, T> refused(
      String path, String code, String message) {
    return Outcome.failure(List.of(error(path, code, message)));
  }

  private static Problem.FieldError error(String path, String code, String message) {
    return new Problem.FieldError("package." + path, code, message);
  }
}
