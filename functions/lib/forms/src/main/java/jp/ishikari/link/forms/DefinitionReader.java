package jp.ishikari.link.forms;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a whole definition and notes everything that is wrong with it. */
final class DefinitionReader {
  private static final Set<String> FORM =
      Set.of("id", "version", "title", "submit", "pages", "fee", "rules", "texts", "examples");
  private static final Set<String> PAGE = Set.of("id", "title", "visibleIf", "fields");

  private final List<Finding> findings = new ArrayList<>();
  private final Scope scope = new Scope();
  private final FieldReader fields = new FieldReader(scope);
  private final PartsReader parts = new PartsReader(scope);
  private final Set<String> pageIds = new HashSet<>();

  FormReading read(Map<String, Object> json) {
    JsonPlace root = JsonPlace.root(json, findings);
    if (!root.isObject()) {
      return new FormReading.Refused(findings);
    }
    root.only(FORM);
    String id = root.child("id").id(true);
    Long version = root.child("version").integer(1, 1_000_000);
    String title = root.child("title").text(FormLimits.LABEL);
    JsonPlace sending = root.child("submit");
    String submit = sending.present() ? sending.text(FormLimits.LABEL) : null;
    List<Page> pages = pages(root.child("pages"));
    JsonPlace fee = root.child("fee");
    Expression amount =
        fee.present() ? new ExpressionReader(scope, null).read(fee, Expression.Type.INTEGER) : null;
    List<Rule> rules = parts.rules(root.child("rules"));
    Map<String, Map<String, Translation>> texts = Translations.read(root.child("texts"));
    List<Example> examples = parts.examples(root.child("examples"));
    return findings.isEmpty()
        ? new FormReading.Valid(
            new FormDefinition(
                id,
                version.intValue(),
                title,
                submit,
                pages,
                amount,
                rules,
                texts,
                examples,
                FormDefinition.JAPANESE))
        : new FormReading.Refused(findings);
  }

  private List<Page> pages(JsonPlace place) {
    int size = place.elements(1, FormLimits.PAGES);
    List<Set<String>> ids = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      ids.add(scope.announce(place.element(i).child("fields").value()));
    }
    List<Page> pages = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      JsonPlace page = place.element(i);
      if (page.isObject()) {
        pages.add(page(page, ids.get(i)));
      }
    }
    return pages;
  }

  private Page page(JsonPlace place, Set<String> ownFields) {
    place.only(PAGE);
    String id = place.child("id").id(false);
    if (id != null && !pageIds.add(id)) {
      place.child("id").found(FindingCode.DUPLICATE);
    }
    String title = place.child("title").text(FormLimits.LABEL);
    JsonPlace visible = place.child("visibleIf");
    scope.readingFor(ownFields);
    Expression visibleIf =
        visible.present()
            ? new ExpressionReader(scope, null).read(visible, Expression.Type.BOOLEAN)
            : null;
    scope.readingFor(Set.of());
    return new Page(id, title, visibleIf, fields.read(place.child("fields"), null));
  }
}
