package jp.ishikari.link.payments;

import jp.ishikari.link.blueprint.Screen;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.payments.store.PayerLinks;

/** Whoever was asked to pay goes to a gateway's page; that it was with this link is remembered. */
@Contract(request = BeginPayerCheckout.Asked.class, response = Paying.Opened.class)
record BeginPayerCheckout(PayerLinked found, PayerLinks links, Paying paying, String portal)
    implements Operation {

  /**
   * @param code of the link
   * @param method one of those that are shown
   */
  record Asked(@Limit(max = 40) String code, @Limit(min = 1, max = 40) String method) {}

  @Override
  public Response run(Request request) {
    return Body.read(request, Asked.class)
        .then(asked -> found.find(asked.code()).then(one -> begun(one, asked.method())))
        .fold(refusal -> refusal, answer -> answer);
  }

  private Outcome<Response, Response> begun(PayerLinked.Found at, String method) {
    if (found.state(at) != PayerLinks.Link.State.OPEN) {
      return Outcome.failure(
          Problem.RULE_VIOLATED.response("このリンクでは、もう支払えません。支払いが済んだか、送った方が取り消しました。"));
    }
    // The address carries no code: it passes through the gateway.
    return Outcome.success(
        paying.begin(
            at.application().applicationId(),
            new Paying.Wish(
                method,
                portal + Screen.PAYER.path(),
                reference -> links.opened(at.link(), reference))));
  }
}
