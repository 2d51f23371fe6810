package jp.ishikari.link.edge;

import java.time.Duration;
import java.util.Optional;
import jp.ishikari.link.blueprint.Budget;

/** The whole contract of one route: a request that passed the edge's checks becomes a response. */
@FunctionalInterface
public interface Operation {
  Response run(Request request);

  /**
   * What is refused before it is counted against somebody whom the request only names, so that
   * nobody uses up another's budget with what does nothing; by default nothing.
   */
  default Optional<Response> refusedBeforehand(Request request) {
    return Optional.empty();
  }

  /**
   * What whoever asked too often is told; the edge adds after how long they may ask again.
   *
   * @param over the budget that is used up
   */
  default Response tooOften(Budget over, Duration wait) {
    if (over.payer() == Budget.Payer.CLIENT) {
      return Problem.TOO_MANY_REQUESTS.response("Retry-After の秒数だけ待ってから、もう一度送信してください。");
    }
    long minutes = wait.plusSeconds(59).toMinutes();
    return Problem.TOO_MANY_REQUESTS.response(
        "入力した内容は、この画面に残っています。"
            + (minutes <= 1 ? "1分" : minutes + "分")
            + "ほどたってから、もう一度お試しください。お急ぎのときは、市役所の窓口や電話でもお手続きいただけます。");
  }
}
