package jp.ishikari.link.formdesign;

import java.util.List;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.IdempotencyKey;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.formdesign.store.Design;

/**
 * Makes an earlier version the draft again, as it was to the last byte; only what the editor takes.
 */
@Contract(request = RestoreVersion.Asked.class, response = RestoreVersion.Restored.class)
record RestoreVersion(OwnDesign own, DesignWrite writes) implements Operation {

  record Asked(@Limit(min = 1) int version, @Limit int revision) {}

  record Restored(int revision) {}

  @Override
  public Response run(Request request) {
    return own.change(
        request,
        Asked.class,
        (key, design, asked) ->
            own.version(design, asked.version())
                .fold(
                    refusal -> refusal, version -> restore(request, key, design, version, asked)));
  }

  private Response restore(
      Request request, IdempotencyKey key, Design design, Procedure version, Asked asked) {
    List<Problem.FieldError> mistakes = DraftRequest.mistakes(version);
    if (!mistakes.isEmpty()) {
      return Problem.RULE_VIOLATED.response("この版には、今は使えない内容があります。", mistakes);
    }
    return writes.save(
        request, key, design, asked.revision(), version, saved -> new Restored(saved.revision()));
  }
}
