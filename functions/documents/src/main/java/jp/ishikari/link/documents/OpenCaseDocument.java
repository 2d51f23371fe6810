package jp.ishikari.link.documents;

import jp.ishikari.link.documents.store.CaseDocument;
import jp.ishikari.link.documents.store.DocumentObjects;
import jp.ishikari.link.documents.store.DocumentStore;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Log;
import jp.ishikari.link.edge.LogField;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** An address under which a clerk fetches a document of a case within a minute. */
@Contract(request = OpenCaseDocument.Asked.class, response = OpenCaseDocument.Link.class)
record OpenCaseDocument(
    ApplicationStore applications, DocumentStore documents, DocumentObjects objects)
    implements Operation {
  private static final Log LOG = Log.of(OpenCaseDocument.class);

  record Asked(@Limit(max = 64) String documentId) {}

  /**
   * @param url good for a minute
   */
  record Link(String url) {
    static Link to(CaseDocument document, DocumentObjects objects) {
      return new Link(objects.link(document.documentId()).toString());
    }
  }

  @Override
  public Response run(Request request) {
    return Body.read(request, Asked.class)
        .then(asked -> OwnDocument.find(applications, documents, request, asked.documentId()))
        .fold(refusal -> refusal, own -> open(own.document(), request));
  }

  private Response open(CaseDocument document, Request request) {
    if (document.state() != CaseDocument.State.READY && !document.state().handedOver()) {
      return Problem.RULE_VIOLATED.response("作成が終わっていない文書は、開けません。");
    }
    LOG.info(
        "document opened",
        Log.fields(LogField.APPLICATION_ID, LogField.STAFF_ID),
        document.applicationId(),
        request.staff().staffId());
    return Response.ok(Link.to(document, objects));
  }
}
