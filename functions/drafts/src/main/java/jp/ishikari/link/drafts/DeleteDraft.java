package jp.ishikari.link.drafts;

import java.util.Optional;
import jp.ishikari.link.domain.Draft;
import jp.ishikari.link.domain.DraftStore;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** Throws a draft away. One that is gone already is no mistake. */
@Contract(request = OwnDraft.Named.class)
record DeleteDraft(OwnDraft own, DraftStore drafts) implements Operation {

  @Override
  public Response run(Request request) {
    return Body.read(request, OwnDraft.Named.class)
        .map(OwnDraft.Named::id)
        .then(named -> named.map(id -> own.find(request, id)).orElseGet(DeleteDraft::none))
        .fold(
            refusal -> refusal,
            found -> {
              found.ifPresent(draft -> drafts.remove(draft.draftId()));
              return Response.noContent();
            });
  }

  private static Outcome<Response, Optional<Draft>> none() {
    return Outcome.failure(OwnDraft.missing());
  }
}
