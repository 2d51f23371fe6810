package jp.ishikari.link.localcloud.pay;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import jp.ishikari.link.localcloud.wire.LocalHttp.Answer;

/** How the gateway behaves until it is told otherwise. */
enum Mode {
  NORMAL("いつもどおり"),
  NO_NOTICES("通知を送らない"),
  TEN_NOTICES("同じ通知を10回送る"),
  LAST_FIRST("通知を逆の順に送る"),
  OTHER_AMOUNT("通知の金額を変える"),
  REFUNDS_LATER("返金に数日かかる"),
  SLOW("6秒遅れて答える"),
  FAILING("エラー（500）で答える"),
  GARBAGE("読めない答えを返す"),
  HALF("答えが途中で切れる"),
  EMPTY("中身のない答えを返す"),
  DOWN("何も答えない（停止中）");

  private final String label;

  Mode(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  /** What arrives of an answer. What was asked for is done all the same. */
  Answer spoil(Answer answer) {
    return switch (this) {
      case FAILING -> Answer.text(500, answer.contentType(), "{\"error\":\"internal\"}");
      case GARBAGE -> Answer.text(200, answer.contentType(), "<html><body>502 Bad Gateway</body>");
      case HALF -> {
        var text = new String(answer.body(), StandardCharsets.UTF_8);
        yield Answer.text(
            answer.status(), answer.contentType(), text.substring(0, text.length() / 2));
      }
      case EMPTY ->
          Answer.text(200, answer.contentType(), answer.contentType().contains("json") ? "{}" : "");
      default -> answer;
    };
  }

  static Optional<Mode> find(String name) {
    return Arrays.stream(values()).filter(mode -> mode.name().equals(name)).findFirst();
  }
}
