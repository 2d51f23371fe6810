package jp.ishikari.link.infracdk;

import jp.ishikari.link.blueprint.Trigger;

/** How much a function gets, by what makes it run. */
final class FunctionShape {
  /** Megabytes; about half a core, which carries the SnapStart-restored code well (docs/bench). */
  static final int MEMORY = 1024;

  /** The gateway waits 29 s; a function that ends before can still say what went wrong. */
  static final int HTTP_SECONDS = 28;

  static final int AUTHORIZER_SECONDS = 10;
  static final int BATCH_SECONDS = 60;

  private FunctionShape() {}

  /** Seconds one run may take. */
  static int seconds(Trigger trigger) {
    return switch (trigger) {
      case Trigger.Http http -> HTTP_SECONDS;
      case Trigger.Authorizer authorizer -> AUTHORIZER_SECONDS;
      case Trigger.Stream stream -> BATCH_SECONDS;
      case Trigger.Messages messages -> BATCH_SECONDS;
      case Trigger.Schedule schedule -> BATCH_SECONDS;
    };
  }
}
