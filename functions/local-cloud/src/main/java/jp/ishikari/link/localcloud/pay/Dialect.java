package jp.ishikari.link.localcloud.pay;

/** Whose interface a merchant speaks. */
enum Dialect {
  KOMOJU("/api/gateways/komoju"),
  GMO("/api/gateways/gmo");

  private final String noticesTo;

  Dialect(String noticesTo) {
    this.noticesTo = noticesTo;
  }

  /** Where the merchant hears of what happened. */
  String noticesTo() {
    return noticesTo;
  }
}
