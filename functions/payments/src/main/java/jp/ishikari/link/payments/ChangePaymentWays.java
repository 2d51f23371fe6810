package jp.ishikari.link.payments;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.IdempotencyKey;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.RefusedWrite;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.payments.gateway.Gateways;
import jp.ishikari.link.payments.store.PaymentWays;

/**
 * An administrator says which gateway each way to pay goes to, or that it is not used. It holds for
 * payments that are begun from now on; those under way stay with the gateway that they are at.
 */
@Contract(request = ChangePaymentWays.Sent.class, response = ChangePaymentWays.Saved.class)
record ChangePaymentWays(Gateways gateways, PaymentWays ways, InstantSource clock)
    implements Operation {
  private static final int OK = 200;

  /**
   * @param gateway its name, or "none"
   */
  record Chosen(
      @Limit(min = 1, max = 40) String method, @Limit(min = 1, max = 40) String gateway) {}

  /**
   * @param ways each way once
   */
  record Sent(
      @Limit(max = Integer.MAX_VALUE - 1) int revision, @Limit(max = 20) List<Chosen> ways) {}

  record Saved(int revision) {}

  @Override
  public Response run(Request request) {
    return IdempotencyKey.of(request)
        .then(key -> key.fresh(ways::repeated, OK))
        .then(
            key ->
                Body.read(request, Sent.class, (sent, mistakes) -> checked(sent, mistakes, request))
                    .map(next -> saved(key, next)))
        .fold(refusal -> refusal, answer -> answer);
  }

  private PaymentWays.Set checked(Sent sent, Body.Mistakes mistakes, Request request) {
    List<String> methods = sent.ways().stream().map(Chosen::method).toList();
    for (int i = 0; i < methods.size(); i++) {
      Chosen chosen = sent.ways().get(i);
      String path = "ways." + chosen.method();
      if (!gateways.offered().contains(chosen.method())) {
        mistakes.wrong("ways", "choice", "支払い方法は、画面にあるものだけを送ってください。");
      } else if (methods.indexOf(chosen.method()) != i) {
        mistakes.wrong(path, "twice", "同じ支払い方法が2回送られました。");
      } else if (!possible(chosen)) {
        mistakes.wrong(path, "choice", "決済代行を、選択肢から選び直してください。");
      }
    }
    return new PaymentWays.Set(
        sent.revision() + 1,
        sent.ways().stream().map(one -> new PaymentWays.Way(one.method(), one.gateway())).toList(),
        now(),
        request.staff().name());
  }

  private boolean possible(Chosen chosen) {
    return chosen.gateway().equals(PaymentWays.UNUSED)
        || gateways
            .named(chosen.gateway())
            .filter(one -> one.methods().contains(chosen.method()))
            .isPresent();
  }

  private Response saved(IdempotencyKey key, PaymentWays.Set next) {
    Saved saved = new Saved(next.revision());
    PaymentWays.Set now = ways.current();
    Outcome<NotSaved, PaymentWays.Set> done =
        now.revision() + 1 == next.revision()
            ? ways.save(next, key.promise(saved, next.at()))
            : Outcome.failure(new NotSaved.Overtaken());
    return done.fold(
        reason ->
            reason instanceof NotSaved.Overtaken
                ? Problem.CONFLICT.response(ways.current().byName() + "さんが先に保存しました。")
                : RefusedWrite.answer(reason, OK),
        written -> Response.ok(saved));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
