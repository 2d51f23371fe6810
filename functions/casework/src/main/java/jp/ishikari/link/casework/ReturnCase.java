package jp.ishikari.link.casework;

import java.util.List;
import jp.ishikari.link.domain.Step;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import org.jspecify.annotations.Nullable;

/** 差戻し: the resident is asked to correct what is named, and the clock stops. */
@Contract(request = ReturnCase.Sent.class, response = Decision.Decided.class)
record ReturnCase(Decision decision) implements Operation {

  record Sent(
      @Limit(min = 1) int version,
      @Limit(max = 1000, lines = true) String reason,
      @Nullable @Limit(max = 100) List<String> fields) {}

  @Override
  public Response run(Request request) {
    return decision.take(
        Step.RETURN,
        request,
        Sent.class,
        sent -> new Decision.Asked(sent.version(), sent.reason(), sent.fields()));
  }
}
