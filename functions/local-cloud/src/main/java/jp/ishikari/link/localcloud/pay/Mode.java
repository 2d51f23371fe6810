package jp.ishikari.link.localcloud.pay;

import java.util.Arrays;
import java.util.Optional;

/** How the gateway behaves until it is told otherwise. */
enum Mode {
  NORMAL("いつもどおり"),
  NO_NOTICES("通知を送らない"),
  TEN_NOTICES("同じ通知を10回送る"),
  LAST_FIRST("通知を逆の順に送る"),
  OTHER_AMOUNT("通知の金額を変える"),
  SLOW("6秒遅れて答える"),
  DOWN("何も答えない（停止中）");

  private final String label;

  Mode(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  static Optional<Mode> find(String name) {
    return Arrays.stream(values()).filter(mode -> mode.name().equals(name)).findFirst();
  }
}
