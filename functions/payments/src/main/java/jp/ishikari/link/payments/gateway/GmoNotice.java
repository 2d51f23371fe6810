package jp.ishikari.link.payments.gateway;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.ishikari.link.edge.Proof;

/**
 * GMO's notices carry no signature, so whoever writes one is believed as little as they are: one
 * that names our shop is heard, and makes us ask.
 *
 * @param shopId what it calls us
 */
public record GmoNotice(String shopId) implements Proof {

  @Override
  public Optional<String> check(Map<String, List<String>> headers, byte[] body, Instant now) {
    Map<String, String> form = FormText.read(new String(body, StandardCharsets.UTF_8));
    return shopId.equals(form.get("ShopID"))
        ? Optional.ofNullable(form.get("OrderID")).filter(order -> !order.isEmpty())
        : Optional.empty();
  }
}
