package jp.ishikari.link.applications;

import jp.ishikari.link.domain.Step;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.FollowedApplication;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/**
 * Whoever applied without signing in looks at it with its code. It can be corrected with it too,
 * and not withdrawn: whoever finds a receipt shall not end a case.
 */
@Contract(request = FollowedApplication.Named.class, response = ReadApplication.Detail.class)
record FollowApplication(FollowedApplication followed, ReadApplication reading)
    implements Operation {

  @Override
  public Response run(Request request) {
    return Body.read(request, FollowedApplication.Named.class)
        .then(named -> followed.find(named.code()))
        .fold(
            refusal -> refusal,
            application -> Response.ok(reading.detail(application, Step.CORRECT::equals)));
  }
}
