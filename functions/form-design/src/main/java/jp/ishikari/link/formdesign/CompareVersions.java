package jp.ishikari.link.formdesign;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Json;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.formdesign.store.Design;
import jp.ishikari.link.forms.Change;
import jp.ishikari.link.forms.Difference;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/** What differs between two versions, of the page and of the form; 0 is the draft. */
@Contract(response = CompareVersions.Compared.class)
record CompareVersions(OwnDesign own) implements Operation {
  /** Members of a procedure that are its page: what the editor edits besides the form. */
  private static final List<String> PAGE =
      List.of(
          "name",
          "kana",
          "words",
          "summary",
          "category",
          "events",
          "audience",
          "needs",
          "feeText",
          "payment",
          "standardDays",
          "level",
          "online",
          "how",
          "law",
          "letters",
          "issuer");

  private record PageChange(String property, @Nullable JsonNode before, @Nullable JsonNode after) {}

  /**
   * With both forms, for the changes speak of questions by their ids.
   *
   * @param translations what differs of the page in other languages
   */
  record Compared(
      List<Change> changes,
      List<PageChange> page,
      List<Change> translations,
      Map<String, Object> before,
      Map<String, Object> after) {}

  @Override
  public Response run(Request request) {
    return own.find(request)
        .then(
            design ->
                side(request, "from", design)
                    .then(
                        from ->
                            side(request, "to", design).map(to -> Response.ok(compared(from, to)))))
        .fold(refusal -> refusal, answer -> answer);
  }

  private Outcome<Response, Procedure> side(Request request, String name, Design design) {
    String version = request.query().getOrDefault(name, "");
    if (!version.matches("\\d{1,9}")) {
      return Outcome.failure(
          Problem.ANSWERS_INVALID.response(
              List.of(new Problem.FieldError(name, "type", "くらべる版を選んでください。"))));
    }
    int number = Integer.parseInt(version);
    return number == 0 ? Outcome.success(design.draft()) : own.version(design, number);
  }

  private static Compared compared(Procedure from, Procedure to) {
    JsonNode before = Json.MAPPER.valueToTree(from);
    JsonNode after = Json.MAPPER.valueToTree(to);
    List<PageChange> page = new ArrayList<>();
    for (String property : PAGE) {
      if (!Objects.equals(before.get(property), after.get(property))) {
        page.add(new PageChange(property, before.get(property), after.get(property)));
      }
    }
    Map<String, Object> one = form(from);
    Map<String, Object> other = form(to);
    return new Compared(
        Difference.between(one, other), page, translations(before, after), one, other);
  }

  private static List<Change> translations(JsonNode before, JsonNode after) {
    return Difference.betweenTexts(texts(before), texts(after));
  }

  private static Map<String, Object> texts(JsonNode procedure) {
    return Json.MAPPER.convertValue(
        procedure.get("texts"), new TypeReference<Map<String, Object>>() {});
  }

  /** Under one number, which is no difference that anyone made. */
  private static Map<String, Object> form(Procedure p) {
    Map<String, Object> form = Versioned.form(p, 1);
    return form == null ? Map.of() : form;
  }
}
