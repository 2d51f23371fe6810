package jp.ishikari.link.formdesign;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import jp.ishikari.link.domain.DivisionStore;
import jp.ishikari.link.domain.Release;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.IdempotencyKey;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.formdesign.store.Design;
import jp.ishikari.link.formdesign.store.Publication;
import org.jspecify.annotations.Nullable;

/**
 * Makes the draft the next version, or has it wait for a second person where the division wants
 * one. Findings that block are told all at once. A minor version takes answers that were begun
 * under the one before; after a major one the resident looks again.
 */
@Contract(
    request = PublishDesign.Sent.class,
    response = DesignPublication.Published.class,
    status = 201)
record PublishDesign(OwnDesign own, DivisionStore divisions, DesignPublication publications)
    implements Operation {

  /**
   * @param change MAJOR when not said
   * @param recount whether places that are taken count anew
   */
  record Sent(
      @Limit int revision,
      Release.@Nullable Change change,
      @Limit(max = 500, lines = true) String note,
      @Nullable LocalDate opensOn,
      @Nullable LocalDate closesOn,
      @Nullable @Limit(min = 1, max = 2000) Integer capacity,
      @Nullable Boolean recount) {}

  private record Asked(int revision, Publication publication) {
    static Asked of(Sent sent, DesignPublication publications, Caller.Staff staff) {
      return new Asked(
          sent.revision(),
          new Publication(
              Objects.requireNonNullElse(sent.change(), Release.Change.MAJOR),
              sent.note(),
              sent.opensOn(),
              sent.closesOn(),
              sent.capacity(),
              Boolean.TRUE.equals(sent.recount()),
              publications.now(),
              staff.staffId(),
              staff.name()));
    }
  }

  @Override
  public Response run(Request request) {
    return own.change(
        request,
        Sent.class,
        (key, design, sent) ->
            publish(request, key, design, Asked.of(sent, publications, request.staff())));
  }

  private Response publish(Request request, IdempotencyKey key, Design design, Asked asked) {
    Publication publication = asked.publication();
    if (publication.opensOn() != null
        && publication.closesOn() != null
        && publication.closesOn().isBefore(publication.opensOn())) {
      return Problem.ANSWERS_INVALID.response(
          List.of(new Problem.FieldError("closesOn", "range", "受付の終わりは、始まりの日かそれより後にしてください。")));
    }
    boolean waits =
        divisions.find(design.draft().divisionId()).filter(d -> d.secondPerson()).isPresent();
    return waits
        ? publications.ask(request, key, design, asked.revision(), publication)
        : publications.publish(request, key, design, asked.revision(), publication, null);
  }
}
