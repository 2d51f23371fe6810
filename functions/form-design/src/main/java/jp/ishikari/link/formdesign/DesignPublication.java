package jp.ishikari.link.formdesign;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.ishikari.link.domain.CalendarStore;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Noted;
import jp.ishikari.link.domain.OversightStore;
import jp.ishikari.link.domain.Part;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.domain.ProcedureStore;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.edge.IdempotencyKey;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.formdesign.store.Design;
import jp.ishikari.link.formdesign.store.Publication;
import org.jspecify.annotations.Nullable;

/** How a design becomes a version: at once, or when a second person says so. */
record DesignPublication(
    ProcedureStore procedures,
    CalendarStore calendars,
    OversightStore oversight,
    DesignWrite writes) {
  private static final int CREATED = 201;

  /** What became of it; without a version it waits for a second person. */
  record Published(@Nullable Integer version, int revision) {}

  Instant now() {
    return writes.now();
  }

  /** Has the publication wait for somebody else of the division. */
  Response ask(
      Request request, IdempotencyKey key, Design design, int revision, Publication publication) {
    return blocked(design, publication)
        .orElseGet(
            () ->
                writes.write(
                    request,
                    key,
                    design,
                    revision,
                    design.waiting(publication),
                    CREATED,
                    saved -> new Published(null, saved.revision()),
                    writes.designs()::save));
  }

  /**
   * Writes the version and lists it instead of the one before.
   *
   * @param approvedByName who approved it besides; null where nobody had to
   */
  Response publish(
      Request request,
      IdempotencyKey key,
      Design design,
      int revision,
      Publication publication,
      String approvedByName) {
    Optional<Response> blocked = blocked(design, publication);
    if (blocked.isPresent()) {
      return blocked.get();
    }
    Procedure before = procedures.current(design.procedureId()).orElse(null);
    int version = before == null ? 1 : before.nextVersion();
    Procedure next =
        Versioned.of(
            design.draft(), version, publication.release(before, version, now(), approvedByName));
    return writes.write(
        request,
        key,
        design,
        revision,
        writes.saved(request, design, next),
        CREATED,
        saved -> new Published(version, saved.revision()),
        (saved, token) ->
            writes
                .designs()
                .publish(saved, next, before, lowered(before, next, publication), token));
  }

  private Optional<Response> blocked(Design design, Publication publication) {
    List<Problem.FieldError> blocking =
        DesignFinding.of(
                design.draft(), publication.capacity(), calendars.missing(Reception.today(now())))
            .stream()
            .filter(DesignFinding::blocks)
            .map(f -> new Problem.FieldError(f.pointer(), f.code(), f.message()))
            .toList();
    return blocking.isEmpty()
        ? Optional.empty()
        : Optional.of(Problem.RULE_VIOLATED.response("公開の前に直すところがあります。", blocking));
  }

  /**
   * What other administrators are to know of: that less is asked of applicants than before, or of
   * clerks who hand documents over.
   */
  private List<Part<NotSaved>> lowered(
      Procedure beforeOrNull, Procedure next, Publication publication) {
    List<Part<NotSaved>> told = new ArrayList<>();
    if (beforeOrNull == null) {
      return told;
    }
    if (next.level().compareTo(beforeOrNull.level()) < 0) {
      String before = beforeOrNull.level().name();
      told.add(told(Noted.Kind.LEVEL_LOWERED, next, publication, before, next.level().name()));
    }
    if (next.issuer().compareTo(beforeOrNull.issuer()) < 0) {
      String before = beforeOrNull.issuer().name();
      told.add(told(Noted.Kind.ISSUER_ALONE, next, publication, before, next.issuer().name()));
    }
    return told;
  }

  private Part<NotSaved> told(
      Noted.Kind kind, Procedure next, Publication publication, String before, String after) {
    return oversight.noting(
        Noted.of(
            next.release().at(),
            kind,
            publication.by(),
            publication.byName(),
            next.procedureId(),
            next.name(),
            before,
            after));
  }
}
