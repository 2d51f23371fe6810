package jp.ishikari.link.casework;

import java.util.List;
import jp.ishikari.link.domain.Step;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** 受理: the application is complete and the city works on it. */
@Contract(request = AcceptCase.Sent.class, response = Decision.Decided.class)
record AcceptCase(Decision decision) implements Operation {

  record Sent(@Limit(min = 1) int version) {}

  @Override
  public Response run(Request request) {
    return decision.take(
        Step.ACCEPT,
        request,
        Sent.class,
        sent -> new Decision.Asked(sent.version(), null, List.of()));
  }
}
