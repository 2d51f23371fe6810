package jp.ishikari.link.applications;

import java.time.InstantSource;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.domain.counter.VisitStore;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/**
 * Says of answers that were typed at the counter whether they would be taken, above all whether
 * they are those of the person whom staff checked there; writes nothing.
 */
@Contract(request = SubmitApplicationRequest.class)
record TryApplication(Intake intake, VisitStore visits, InstantSource clock) implements Operation {

  @Override
  public Response run(Request request) {
    return Body.read(request, SubmitApplicationRequest.class)
        .then(
            asked ->
                intake.admit(
                    asked,
                    request.caller(),
                    Intake.attested(request.caller(), visits.find(request.atTerminal().visitId())),
                    Reception.today(clock.instant())))
        .fold(refusal -> refusal, admitted -> Response.noContent());
  }
}
