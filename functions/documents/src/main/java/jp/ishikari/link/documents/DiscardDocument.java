package jp.ishikari.link.documents;

import jp.ishikari.link.documents.store.CaseDocument;
import jp.ishikari.link.documents.store.DocumentObjects;
import jp.ishikari.link.documents.store.DocumentStore;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.IdempotencyKey;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.RefusedWrite;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/**
 * A document that was never handed over is not wanted. The row is told first, so that nothing whose
 * file is gone can be handed over; said again, the file is taken away again.
 */
@Contract(request = DiscardDocument.Asked.class)
record DiscardDocument(
    ApplicationStore applications, DocumentStore documents, DocumentObjects objects)
    implements Operation {
  private static final int NO_CONTENT = 204;

  record Asked(@Limit(max = 64) String documentId) {}

  @Override
  public Response run(Request request) {
    return IdempotencyKey.of(request)
        .then(key -> Body.read(request, Asked.class))
        .then(asked -> OwnDocument.find(applications, documents, request, asked.documentId()))
        .fold(refusal -> refusal, own -> discard(own.document()));
  }

  private Response discard(CaseDocument document) {
    if (document.state().handedOver()) {
      return Problem.CONFLICT.response("交付した文書は、破棄できません。取り消すか、差し替えてください。");
    }
    return documents
        .change(document, document.discarded())
        .fold(
            reason -> RefusedWrite.answer(reason, NO_CONTENT),
            discarded -> {
              objects.discard(discarded.documentId());
              return Response.noContent();
            });
  }
}
