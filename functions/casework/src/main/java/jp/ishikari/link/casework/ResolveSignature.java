package jp.ishikari.link.casework;

import java.util.List;
import jp.ishikari.link.domain.Step;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** 署名の確認: a clerk found out, by other means, that the signature may stand; and says how. */
@Contract(response = Decision.Decided.class)
record ResolveSignature(Decision decision) implements Operation {

  @Override
  public Response run(Request request) {
    return decision.take(
        Step.RESOLVE_SIGNATURE,
        request,
        body ->
            new Decision.Asked(
                body.integer("version", 1, Integer.MAX_VALUE),
                body.text("reason", 1000),
                List.of()));
  }
}
