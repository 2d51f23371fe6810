package jp.ishikari.link.infracdk;

import jp.ishikari.link.blueprint.Api;
import jp.ishikari.link.blueprint.Trigger;

/** How much a function gets, by what makes it run. */
final class FunctionShape {
  /** Megabytes; about half a core, which carries the SnapStart-restored code well (docs/bench). */
  static final int MEMORY = 1024;

  /** The gateway waits 29 s; a function that ends before can still say what went wrong. */
  static final int HTTP_SECONDS = 28;

  static final int AUTHORIZER_SECONDS = 10;
  static final int BATCH_SECONDS = 60;

  /** What is left of the account's runs at once, below which the cloud lets nobody reserve. */
  static final int LEFT_TO_THE_ACCOUNT = 100;

  /** Runs at once that an account has unless it asked for more. */
  static final int OF_THE_ACCOUNT = 1000;

  private FunctionShape() {}

  /**
   * Runs at once that are kept for a function and that it cannot pass, so that residents, staff and
   * partners never use up each other's. One run takes about a tenth of a second.
   */
  static int runsAtOnce(Trigger trigger) {
    return switch (trigger) {
      case Trigger.Http(Api api) ->
          switch (api) {
            case RESIDENT -> 40;
            case STAFF -> 20;
            case PARTNER -> 10;
          };
      case Trigger.Authorizer(Api api) ->
          switch (api) {
            case RESIDENT -> 100;
            case STAFF -> 40;
            case PARTNER -> 10;
          };
      case Trigger.Stream stream -> 10;
      case Trigger.Messages messages -> 10;
      // One at a time, and one that is late.
      case Trigger.Schedule schedule -> 2;
    };
  }

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
