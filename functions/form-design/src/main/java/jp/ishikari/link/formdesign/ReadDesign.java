package jp.ishikari.link.formdesign;

import java.time.InstantSource;
import java.util.Optional;
import jp.ishikari.link.blueprint.Screen;
import jp.ishikari.link.domain.DivisionStore;
import jp.ishikari.link.domain.DraftStore;
import jp.ishikari.link.domain.PlaceStore;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.domain.ProcedureStore;
import jp.ishikari.link.domain.Release;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.formdesign.store.Design;
import jp.ishikari.link.formdesign.store.Publication;

/** Everything the editor shows of a procedure, with what stands in the way of publishing it. */
@Contract(response = DesignAnswer.class)
record ReadDesign(
    OwnDesign own,
    ProcedureStore procedures,
    DivisionStore divisions,
    DraftStore drafts,
    PlaceStore places,
    String portal,
    InstantSource clock)
    implements Operation {

  @Override
  public Response run(Request request) {
    return own.find(request)
        .fold(
            refusal -> refusal,
            design -> Response.ok(DesignAnswer.of(design, publishing(design, request.staff()))));
  }

  private DesignAnswer.Publishing publishing(Design design, Caller.Staff staff) {
    Publication awaiting = design.awaiting();
    Optional<Procedure> published = procedures.current(design.procedureId());
    Optional<Release> standing = published.map(Procedure::release);
    Optional<String> round = published.map(Procedure::round);
    return new DesignAnswer.Publishing(
        divisions.find(design.draft().divisionId()).filter(d -> d.secondPerson()).isPresent(),
        awaiting,
        awaiting != null && awaiting.by().equals(staff.staffId()),
        design.declined(),
        published.isEmpty() ? 0 : drafts.running(design.procedureId(), clock.instant()),
        standing.map(Release::opensOn).orElse(null),
        standing.map(Release::closesOn).orElse(null),
        standing.filter(Release::paused).isPresent(),
        standing.map(Release::capacity).orElse(null),
        round.map(r -> places.held(r).size()).orElse(null),
        portal + Screen.PROCEDURE.path().replace("{procedureId}", design.procedureId()));
  }
}
