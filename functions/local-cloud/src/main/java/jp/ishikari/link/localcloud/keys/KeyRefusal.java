package jp.ishikari.link.localcloud.keys;

/** A request that KMS itself would refuse, by the name of its exception. */
final class KeyRefusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String type;

  KeyRefusal(String type, String message) {
    super(message, null, false, false);
    this.type = type;
  }

  String type() {
    return type;
  }
}
