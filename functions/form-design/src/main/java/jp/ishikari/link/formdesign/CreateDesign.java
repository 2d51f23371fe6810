package jp.ishikari.link.formdesign;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  private static final int CREATED = 201;

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
        // Asked again, the id is taken by what was created.
        .then(key -> key.fresh(writes.designs()::repeated, CREATED))
        .then(
            key ->
                Body.read(request, Asked.class)
                    .then(asked -> begun(request, asked))
                    .map(draft -> create(request, key, draft)))
        .fold(refusal -> refusal, answer -> answer);
  }

  private Response create(Request request, IdempotencyKey key, Procedure draft) {
    Design none = new Design(0, draft, null, null, null);
    Response answer =
        writes.write(
            request,
            key,
            none,
            0,
            writes.saved(request, none, draft),
            CREATED,
            saved -> new Created(saved.procedureId(), saved.revision()),
            writes.designs()::save);
    // Whoever was first meanwhile may be of another division: only that the id is taken is told.
    return answer.status() == Problem.CONFLICT.status()
            && writes.designs().find(draft.procedureId()).isPresent()
        ? taken().fold(refusal -> refusal, nothing -> answer)
        : answer;
  }

  private Outcome<Response, Procedure> begun(Request request, Asked asked) {
    if (!asked.procedureId().matches("[a-z][a-z0-9-]*")) {
      return invalid("procedureId", "characters", "半角の小文字、数字、ハイフンで入力してください。");
    }
    if (!request.staff().divisions().contains(asked.divisionId())) {
      return invalid("divisionId", "option", "ご自分の課を選んでください。");
    }
    if (procedures.current(asked.procedureId()).isPresent()) {
      return taken();
    }
    Optional<Design> standing = writes.designs().find(asked.procedureId());
    if (standing.isPresent()) {
      return standing.get().removed()
          ? invalid("procedureId", "taken", "この記号は、削除した手続で使われていました。ほかの記号にしてください。")
          : taken();
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

  /** Whose it is, published or not, is nothing that another division is told. */
  private static Outcome<Response, Procedure> taken() {
    return invalid("procedureId", "taken", "この記号は、ほかの手続で使われています。");
  }

  private static Outcome<Response, Procedure> invalid(String path, String code, String message) {
    return Outcome.failure(
        Problem.ANSWERS_INVALID.response(List.of(new Problem.FieldError(path, code, message))));
  }
}
