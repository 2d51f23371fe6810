package jp.ishikari.link.documents;

import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.FollowedApplication;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** Whoever applied without signing in opens a document, with the code of the application. */
@Contract(request = OpenFollowedDocument.Asked.class, response = OpenCaseDocument.Link.class)
record OpenFollowedDocument(FollowedApplication followed, FirstOpening opening)
    implements Operation {

  record Asked(@Limit(max = 40) String code, @Limit(max = 64) String documentId) {}

  @Override
  public Response run(Request request) {
    return Body.read(request, Asked.class)
        .then(
            asked ->
                followed
                    .find(asked.code())
                    .map(
                        application ->
                            opening.open(application.applicationId(), asked.documentId())))
        .fold(refusal -> refusal, answer -> answer);
  }
}
