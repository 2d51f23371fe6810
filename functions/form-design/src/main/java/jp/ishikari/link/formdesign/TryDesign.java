package jp.ishikari.link.formdesign;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.formdesign.store.Design;
import jp.ishikari.link.forms.FormCheck;
import jp.ishikari.link.forms.FormDefinition;
import jp.ishikari.link.forms.FormReading;
import org.jspecify.annotations.Nullable;

/** What the server would say to answers to the saved draft. Nothing is written, nothing is kept. */
@Contract(request = TryDesign.Asked.class, response = TryDesign.Trial.class)
record TryDesign(OwnDesign own, InstantSource clock) implements Operation {

  record Asked(Map<String, Object> answers, @Nullable LocalDate today) {}

  record Trial(
      boolean accepted, List<Problem.FieldError> errors, @Nullable Long fee, List<String> pages) {}

  @Override
  public Response run(Request request) {
    return own.find(request)
        .then(design -> Body.read(request, Asked.class).map(asked -> tried(design, asked)))
        .fold(refusal -> refusal, answer -> answer);
  }

  private Response tried(Design design, Asked asked) {
    Map<String, Object> form =
        Versioned.form(design.draft(), Math.max(1, design.draft().version()));
    if (form == null || !(FormDefinition.read(form) instanceof FormReading.Valid(var valid))) {
      return Problem.RULE_VIOLATED.response("様式に直すところがあるので、まだためせません。");
    }
    LocalDate today = Optional.ofNullable(asked.today()).orElse(Reception.today(clock.instant()));
    FormCheck check = FormCheck.of(valid, asked.answers(), today, null);
    return Response.ok(
        new Trial(
            check.accepted(),
            check.errors().stream()
                .map(e -> new Problem.FieldError(e.path(), e.code().code(), e.message()))
                .toList(),
            check.fee(),
            check.visiblePages()));
  }
}
