package jp.ishikari.link.formdesign;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.domain.ProcedureStore;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.IdempotencyKey;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.formdesign.store.Design;
import org.jspecify.annotations.Nullable;

/**
 * Begins a new procedure in one of the caller's divisions: empty, as a copy of another, or from a
 * package.
 */
@Contract(request = CreateDesign.Asked.class, response = CreateDesign.Created.class, status = 201)
record CreateDesign(ProcedureStore procedures, DesignWrite writes) implements Operation {

  record Asked(
      @Limit(max = 40) String procedureId,
      @Limit(max = 200, name = true) String name,
      @Limit(max = 64) String divisionId,
      @Nullable @Limit(max = 40) String copyOf,
      @JsonProperty("package") @Nullable Map<String, Object> packed) {}

  record Created(String procedureId, int revision) {}

  @Override
  public Response run(Request request) {
    return IdempotencyKey.of(request)
        .then(
            key ->
                Body.read(request, Asked.class)
                    .then(asked -> begun(request, asked))
                    .map(draft -> create(request, key, draft)))
        .fold(refusal -> refusal, answer -> answer);
  }

  private Response create(Request request, IdempotencyKey key, Procedure draft) {
    Design none = new Design(0, draft, null, null, null);
    return writes.write(
        request,
        key,
        none,
        0,
        writes.saved(request, none, draft),
        201,
        saved -> new Created(saved.procedureId(), saved.revision()),
        writes.designs()::save);
  }

  private Outcome<Response, Procedure> begun(Request request, Asked asked) {
    if (!asked.procedureId().matches("[a-z][a-z0-9-]*")) {
      return invalid("procedureId", "characters", "半角の小文字、数字、ハイフンで入力してください。");
    }
    if (!request.staff().divisions().contains(asked.divisionId())) {
      return invalid("divisionId", "option", "ご自分の課を選んでください。");
    }
    if (procedures.current(asked.procedureId()).isPresent()) {
      return invalid("procedureId", "taken", "この記号は、ほかの手続で使われています。");
    }
    if (writes.designs().find(asked.procedureId()).filter(Design::removed).isPresent()) {
      return invalid("procedureId", "taken", "この記号は、削除した手続で使われていました。ほかの記号にしてください。");
    }
    if (asked.packed() != null) {
      return DesignPackage.read(asked.packed())
          .map(p -> p.as(asked.procedureId(), asked.name(), asked.divisionId()));
    }
    if (asked.copyOf() != null) {
      return procedures
          .current(asked.copyOf())
          .map(DesignPackage::of)
          .<Outcome<Response, Procedure>>map(
              p -> Outcome.success(p.as(asked.procedureId(), asked.name(), asked.divisionId())))
          .orElseGet(() -> invalid("copyOf", "option", "写すもとの手続がありません。"));
    }
    return Outcome.success(
        DraftRequest.empty(asked.name())
            .begin(asked.procedureId(), asked.name(), asked.divisionId()));
  }

  private static Outcome<Response, Procedure> invalid(String path, String code, String message) {
    return Outcome.failure(
        Problem.ANSWERS_INVALID.response(List.of(new Problem.FieldError(path, code, message))));
  }
}
