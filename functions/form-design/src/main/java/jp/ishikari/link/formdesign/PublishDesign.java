package jp.ishikari.link.formdesign;

import java.util.List;
import jp.ishikari.link.domain.DivisionStore;
import jp.ishikari.link.domain.Release;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.IdempotencyKey;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.formdesign.store.Design;
import jp.ishikari.link.formdesign.store.Publication;

/**
 * Makes the draft the next version, or has it wait for a second person where the division wants
 * one. Findings that block are told all at once. A minor version takes answers that were begun
 * under the one before; after a major one the resident looks again.
 */
@Contract(response = DesignPublication.Published.class, status = 201)
record PublishDesign(OwnDesign own, DivisionStore divisions, DesignPublication publications)
    implements Operation {
  private static final int NOTE = 500;
  private static final int MAX_CAPACITY = 2000;

  private record Asked(int revision, Publication publication) {
    static Asked read(Body body, DesignPublication publications, Caller.Staff staff) {
      return new Asked(
          body.integer("revision", 0, Integer.MAX_VALUE),
          new Publication(
              body.choice("change", Release.Change.class, Release.Change.MAJOR),
              body.text("note", NOTE),
              body.optionalDay("opensOn"),
              body.optionalDay("closesOn"),
              body.optionalInteger("capacity", 1, MAX_CAPACITY),
              body.flag("recount"),
              publications.now(),
              staff.staffId(),
              staff.name()));
    }
  }

  @Override
  public Response run(Request request) {
    return IdempotencyKey.of(request)
        .then(
            key ->
                own.find(request)
                    .then(
                        design ->
                            Body.read(
                                    request,
                                    body -> Asked.read(body, publications, request.staff()))
                                .map(asked -> publish(request, key, design, asked))))
        .fold(refusal -> refusal, answer -> answer);
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
