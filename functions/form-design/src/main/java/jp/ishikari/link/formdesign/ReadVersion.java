package jp.ishikari.link.formdesign;

import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** One published version as it was. */
@Contract(response = DesignAnswer.class)
record ReadVersion(OwnDesign own) implements Operation {

  @Override
  public Response run(Request request) {
    String version = request.path().get("version");
    return own.find(request)
        .then(
            design ->
                version.matches("[1-9]\\d{0,8}")
                    ? own.version(design, Integer.parseInt(version))
                    : jp.ishikari.link.domain.Outcome.failure(Problem.NOT_FOUND.response()))
        .fold(refusal -> refusal, p -> Response.ok(DesignAnswer.of(p)));
  }
}
