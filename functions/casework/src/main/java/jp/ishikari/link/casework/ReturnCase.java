package jp.ishikari.link.casework;

import jp.ishikari.link.domain.Step;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** 差戻し: the resident is asked to correct what is named, and the clock stops. */
@Contract(response = Decision.Decided.class)
record ReturnCase(Decision decision) implements Operation {

  @Override
  public Response run(Request request) {
    return decision.take(
        Step.RETURN,
        request,
        body ->
            new Decision.Asked(
                body.integer("version", 1, Integer.MAX_VALUE),
                body.text("reason", 1000),
                body.texts("fields", 100)));
  }
}
