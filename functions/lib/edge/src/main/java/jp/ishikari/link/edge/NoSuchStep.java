package jp.ishikari.link.edge;

import java.util.List;

/** What is answered when the lifecycle has no such step from where an application stands. */
public final class NoSuchStep {
  private NoSuchStep() {}

  public static Response response() {
    return Problem.RULE_VIOLATED.response(
        List.of(new Problem.FieldError("state", "step", Problem.RULE_VIOLATED.title())));
  }
}
