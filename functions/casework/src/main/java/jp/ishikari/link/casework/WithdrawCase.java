package jp.ishikari.link.casework;

import java.util.List;
import jp.ishikari.link.domain.Step;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/**
 * 取下げ: whoever applied on paper takes it back on paper or by telephone, and a clerk says how they
 * did.
 */
@Contract(request = WithdrawCase.Sent.class, response = Decision.Decided.class)
record WithdrawCase(Decision decision) implements Operation {

  record Sent(@Limit(min = 1) int version, @Limit(max = 1000, lines = true) String reason) {}

  @Override
  public Response run(Request request) {
    return decision.take(
        Step.WITHDRAW,
        request,
        Sent.class,
        sent -> new Decision.Asked(sent.version(), sent.reason(), List.of()));
  }
}
