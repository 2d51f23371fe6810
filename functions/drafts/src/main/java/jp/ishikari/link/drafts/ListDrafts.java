package jp.ishikari.link.drafts;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import jp.ishikari.link.domain.Draft;
import jp.ishikari.link.domain.DraftStore;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** What the resident has begun and not sent in, newest first. */
@Contract(response = ListDrafts.Lines.class)
record ListDrafts(DraftStore drafts, InstantSource clock) implements Operation {

  private record Line(
      String draftId,
      String procedureId,
      String procedureName,
      Instant savedAt,
      Instant keptUntil) {
    static Line of(Draft d) {
      return new Line(d.draftId(), d.procedureId(), d.procedureName(), d.savedAt(), d.expiresAt());
    }
  }

  record Lines(List<Line> drafts) {}

  @Override
  public Response run(Request request) {
    return Response.ok(
        new Lines(
            drafts.ofAccount(request.resident().accountId(), clock.instant()).stream()
                .map(Line::of)
                .toList()));
  }
}
