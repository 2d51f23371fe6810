package jp.ishikari.link.localcloud.pay;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import jp.ishikari.link.localcloud.wire.Json;

/** Puts what happened into notices, as many and in such an order as the mode has it. */
final class Notes {
  private static final int OFTEN = 10;

  private final Notices notices;
  private final Supplier<Mode> mode;

  private final String shop;

  /** What one notice says. */
  private record Said(Dialect dialect, String id, String body) {}

  /**
   * @param shop what GMO calls the merchant
   */
  Notes(Notices notices, Supplier<Mode> mode, String shop) {
    this.notices = notices;
    this.mode = mode;
    this.shop = shop;
  }

  /** That something happened to a payment. */
  void tell(String type, Session session, Session.Payment payment) throws IOException {
    switch (mode.get()) {
      case NO_NOTICES -> {}
      case TEN_NOTICES -> send(List.of(said(type, session, payment, 0)), OFTEN);
      case LAST_FIRST ->
          send(
              List.of(
                  said(type, session, payment, 0), said("payment.updated", session, payment, 0)),
              1);
      case OTHER_AMOUNT -> send(List.of(said(type, session, payment, 1)), 1);
      default -> {
        var both = new ArrayList<Said>();
        both.add(said("payment.updated", session, payment, 0));
        both.add(said(type, session, payment, 0));
        send(both, 1);
      }
    }
  }

  private void send(List<Said> all, int times) throws IOException {
    for (var one : all) {
      notices.tell(one.dialect(), one.id(), one.body(), times);
    }
  }

  private Said said(String type, Session session, Session.Payment payment, int more) {
    var id = Ledger.id("evt");
    if (session.dialect() == Dialect.GMO) {
      return new Said(Dialect.GMO, id, GmoApi.notice(shop, session, payment, more));
    }
    Map<String, Object> data = Api.told(session, payment);
    data.put("amount", payment.amount() + more);
    var notice = new LinkedHashMap<String, Object>();
    notice.put("id", id);
    notice.put("type", type);
    notice.put("resource", "event");
    notice.put("data", data);
    notice.put("created_at", Api.moment(Ledger.now()));
    return new Said(Dialect.KOMOJU, id, Json.write(notice));
  }
}
