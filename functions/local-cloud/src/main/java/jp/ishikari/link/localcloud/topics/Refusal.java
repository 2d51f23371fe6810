package jp.ishikari.link.localcloud.topics;

/** A request that SNS itself would refuse; becomes an {@code ErrorResponse}. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final String code;

  private Refusal(int status, String code, String message) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
  }

  static Refusal invalid(String what) {
    return new Refusal(400, "InvalidParameter", "Invalid parameter: " + what);
  }

  static Refusal notFound(String what) {
    return new Refusal(404, "NotFound", what + " does not exist");
  }

  static Refusal of(String code, String message) {
    return new Refusal(400, code, message);
  }

  /** A queue did not accept the message; the caller may try again. */
  static Refusal undelivered() {
    return new Refusal(500, "InternalError", "A subscribed queue did not accept the message");
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }
}
