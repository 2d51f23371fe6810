package jp.ishikari.link.casework;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.ProcedureStore;
import jp.ishikari.link.domain.Step;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.forms.Field;
import jp.ishikari.link.forms.FormCache;
import jp.ishikari.link.forms.FormReading;
import org.jspecify.annotations.Nullable;

/** 差戻し: the resident is asked to correct what is named, and the clock stops. */
@Contract(request = ReturnCase.Sent.class, response = Decision.Decided.class)
record ReturnCase(Decision decision, ProcedureStore procedures) implements Operation {
  private static final FormCache FORMS = new FormCache(50);

  /**
   * @param fields ids of questions of the form that was answered
   */
  record Sent(
      @Limit(min = 1) int version,
      @Limit(max = 1000, lines = true) String reason,
      @Nullable @Limit(max = 100) List<String> fields) {}

  @Override
  public Response run(Request request) {
    return decision.take(Step.RETURN, request, Sent.class, this::asked);
  }

  private Outcome<Response, Decision.Asked> asked(Sent sent, Application application) {
    // The resident is led to what is named: what the form does not ask would lead nowhere.
    return questions(application).containsAll(sent.fields())
        ? Outcome.success(new Decision.Asked(sent.version(), sent.reason(), sent.fields()))
        : Outcome.failure(
            Problem.ANSWERS_INVALID.response(
                List.of(
                    new Problem.FieldError(
                        "fields", "option", "直してもらう項目は、この申請の様式にあるものから選んでください。"))));
  }

  private Set<String> questions(Application application) {
    return procedures
        .version(application.procedureId(), application.formVersion())
        .map(version -> FORMS.read(version.form()))
        .filter(FormReading.Valid.class::isInstance)
        .map(FormReading.Valid.class::cast)
        .stream()
        .flatMap(valid -> valid.form().pages().stream())
        .flatMap(page -> page.fields().stream())
        .map(Field::id)
        .collect(Collectors.toSet());
  }
}
