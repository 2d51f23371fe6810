package jp.ishikari.link.casework;

import java.util.List;
import jp.ishikari.link.domain.Step;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** 却下: the application is refused, with the reason. */
@Contract(request = RejectCase.Sent.class, response = Decision.Decided.class)
record RejectCase(Decision decision) implements Operation {

  record Sent(@Limit(min = 1) int version, @Limit(max = 1000, lines = true) String reason) {}

  @Override
  public Response run(Request request) {
    return decision.take(
        Step.REJECT,
        request,
        Sent.class,
        sent -> new Decision.Asked(sent.version(), sent.reason(), List.of()));
  }
}
