package jp.ishikari.link.staffdirectory;

import java.util.List;
import jp.ishikari.link.domain.identity.SignInPolicy;
import jp.ishikari.link.domain.identity.SignInPolicyStore;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** How staff sign in, who set it when, and from where the caller asks. */
@Contract(response = ReadSignInPolicy.Shown.class)
record ReadSignInPolicy(SignInPolicyStore policies) implements Operation {
  private static final int SHOWN = 20;

  /**
   * @param address where the request came from, as the gateway saw it
   */
  record Shown(SignInPolicy policy, List<SignInPolicy> history, String address) {}

  @Override
  public Response run(Request request) {
    return Response.ok(new Shown(policies.current(), policies.history(SHOWN), request.sourceIp()));
  }
}
