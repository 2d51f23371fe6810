package jp.ishikari.link.casework;

import java.util.List;
import jp.ishikari.link.domain.Step;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import org.jspecify.annotations.Nullable;

/** 完了: the procedure is done; a message may go with it. */
@Contract(request = CompleteCase.Sent.class, response = Decision.Decided.class)
record CompleteCase(Decision decision) implements Operation {

  record Sent(
      @Limit(min = 1) int version, @Nullable @Limit(max = 1000, lines = true) String message) {}

  @Override
  public Response run(Request request) {
    return decision.take(
        Step.COMPLETE,
        request,
        Sent.class,
        sent -> new Decision.Asked(sent.version(), sent.message(), List.of()));
  }
}
