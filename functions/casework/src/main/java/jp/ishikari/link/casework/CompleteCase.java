package jp.ishikari.link.casework;

import java.util.List;
import jp.ishikari.link.domain.Step;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** 完了: the procedure is done; a message may go with it. */
@Contract(response = Decision.Decided.class)
record CompleteCase(Decision decision) implements Operation {

  @Override
  public Response run(Request request) {
    return decision.take(
        Step.COMPLETE,
        request,
        body ->
            new Decision.Asked(
                body.integer("version", 1, Integer.MAX_VALUE),
                body.optionalText("message", 1000),
                List.of()));
  }
}
