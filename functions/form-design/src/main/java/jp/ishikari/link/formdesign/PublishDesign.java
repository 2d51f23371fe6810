package jp.ishikari.link.formdesign;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.ishikari.link.domain.Design;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.domain.ProcedureStore;
import jp.ishikari.link.domain.Release;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.IdempotencyKey;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/**
 * Makes the draft the next version. Findings that block are told all at once. A minor version takes
 * answers that were begun under the one before; after a major one the resident looks again.
 */
record PublishDesign(OwnDesign own, ProcedureStore procedures, DesignWrite writes)
    implements Operation {
  private static final int NOTE = 500;

  private record Asked(
      int revision, Release.Change change, String note, LocalDate opensOn, LocalDate closesOn) {
    static Asked read(Body body) {
      return new Asked(
          body.integer("revision", 0, Integer.MAX_VALUE),
          body.choice("change", Release.Change.class, Release.Change.MAJOR),
          body.text("note", NOTE),
          body.optionalDay("opensOn"),
          body.optionalDay("closesOn"));
    }
  }

  private record Published(int version, int revision) {}

  @Override
  public Response run(Request request) {
    return IdempotencyKey.of(request)
        .then(
            key ->
                own.find(request)
                    .then(
                        design ->
                            Body.read(request, Asked::read)
                                .map(asked -> publish(request, key, design, asked))))
        .fold(refusal -> refusal, answer -> answer);
  }

  private Response publish(Request request, IdempotencyKey key, Design design, Asked asked) {
    if (asked.opensOn() != null
        && asked.closesOn() != null
        && asked.closesOn().isBefore(asked.opensOn())) {
      return Problem.ANSWERS_INVALID.response(
          List.of(new Problem.FieldError("closesOn", "range", "受付の終わりは、始まりの日かそれより後にしてください。")));
    }
    List<Problem.FieldError> blocking =
        DesignFinding.of(design.draft()).stream()
            .filter(DesignFinding::blocks)
            .map(f -> new Problem.FieldError(f.pointer(), f.code(), f.message()))
            .toList();
    if (!blocking.isEmpty()) {
      return Problem.RULE_VIOLATED.response("公開の前に直すところがあります。", blocking);
    }
    Optional<Procedure> before = procedures.current(design.procedureId());
    int version = before.map(Procedure::version).orElse(0) + 1;
    Procedure next =
        Versioned.of(
            design.draft(),
            version,
            new Release(
                asked.change(),
                compatibleSince(before, asked.change(), version),
                asked.note(),
                writes.now(),
                request.staff().staffId(),
                request.staff().name(),
                asked.opensOn(),
                asked.closesOn(),
                false));
    return writes.write(
        request,
        key,
        design,
        asked.revision(),
        next,
        201,
        saved -> new Published(version, saved.revision()),
        (saved, token) -> writes.designs().publish(saved, next, before.orElse(null), token));
  }

  private static int compatibleSince(
      Optional<Procedure> before, Release.Change change, int version) {
    return switch (change) {
      case MAJOR -> version;
      case MINOR ->
          before
              .map(b -> b.release() == null ? b.version() : b.release().compatibleSince())
              .orElse(version);
    };
  }
}
