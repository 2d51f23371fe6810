package jp.ishikari.link.documents;

import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.OwnApplication;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/**
 * The applicant opens a document within its period. The address is given out only after the first
 * opening is on record.
 */
@Contract(request = OpenDocument.Asked.class, response = OpenCaseDocument.Link.class)
record OpenDocument(OwnApplication own, FirstOpening opening) implements Operation {
  record Asked(@Limit(max = 64) String documentId) {}

  @Override
  public Response run(Request request) {
    return Body.read(request, Asked.class)
        .then(
            asked ->
                own.find(request)
                    .map(
                        application ->
                            opening.open(application.applicationId(), asked.documentId())))
        .fold(refusal -> refusal, answer -> answer);
  }
}
