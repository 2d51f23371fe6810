package jp.ishikari.link.edge;

import jp.ishikari.link.domain.NotSaved;

/** What is answered when a write did not happen. */
public final class RefusedWrite {
  private RefusedWrite() {}

  /** {@code status} is what the first answer had. */
  public static Response answer(NotSaved reason, int status) {
    return switch (reason) {
      case NotSaved.Repeated(String answer) -> Response.json(status, answer);
      case NotSaved.KeyReused() -> Problem.CONFLICT.response("同じ送信の識別子で、別の内容が送られました。");
      case NotSaved.Overtaken() -> Problem.CONFLICT.response();
    };
  }
}
