package jp.ishikari.link.casework;

import java.util.List;
import jp.ishikari.link.domain.Step;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** 受理: the application is complete and the city works on it. */
@Contract(response = Decision.Decided.class)
record AcceptCase(Decision decision) implements Operation {

  @Override
  public Response run(Request request) {
    return decision.take(
        Step.ACCEPT,
        request,
        body -> new Decision.Asked(body.integer("version", 1, Integer.MAX_VALUE), null, List.of()));
  }
}
