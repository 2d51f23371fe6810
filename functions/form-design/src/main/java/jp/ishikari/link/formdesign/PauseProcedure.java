package jp.ishikari.link.formdesign;

import java.util.List;
import java.util.Optional;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.domain.ProcedureStore;
import jp.ishikari.link.domain.Release;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.IdempotencyKey;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.formdesign.store.Design;

/**
 * Stops taking applications for a while, or takes them again: a minor version that differs in
 * nothing else. The draft that is being worked on stays as it is. It names the version it saw,
 * which must still be the published one.
 */
@Contract(
    request = PauseProcedure.Asked.class,
    response = PauseProcedure.Published.class,
    status = 201)
record PauseProcedure(OwnDesign own, ProcedureStore procedures, DesignWrite writes)
    implements Operation {
  private static final int CREATED = 201;

  record Asked(
      @Limit(min = 1) int version, boolean paused, @Limit(max = 500, lines = true) String note) {}

  record Published(int version, int revision) {}

  @Override
  public Response run(Request request) {
    return own.change(
        request, Asked.class, (key, design, asked) -> pause(request, key, design, asked));
  }

  private Response pause(Request request, IdempotencyKey key, Design design, Asked asked) {
    Optional<Procedure> published = procedures.current(design.procedureId());
    if (published.isEmpty()) {
      return Problem.RULE_VIOLATED.response("まだ公開していない手続です。");
    }
    Procedure before = published.get();
    // The same request again is answered by its token, whatever version there is by now.
    Optional<Response> earlier = writes.earlier(key, CREATED);
    if (earlier.isPresent()) {
      return earlier.get();
    }
    if (asked.version() != before.version()) {
      return Problem.CONFLICT.response("別の職員が新しい版を公開しました。画面を開き直して、もう一度お試しください。");
    }
    int version = before.nextVersion();
    Release last = before.release();
    Procedure next =
        Versioned.of(
            before,
            version,
            new Release(
                Release.Change.MINOR,
                last == null ? before.version() : last.compatibleSince(),
                asked.note(),
                writes.now(),
                request.staff().staffId(),
                request.staff().name(),
                null,
                last == null ? null : last.opensOn(),
                last == null ? null : last.closesOn(),
                asked.paused(),
                last == null ? null : last.capacity(),
                last == null ? null : last.countedSince()));
    return writes.write(
        request,
        key,
        design,
        design.revision(),
        design.again(),
        CREATED,
        saved -> new Published(version, saved.revision()),
        (saved, token) -> writes.designs().publish(saved, next, before, List.of(), token));
  }
}
