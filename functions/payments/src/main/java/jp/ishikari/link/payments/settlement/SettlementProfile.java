package jp.ishikari.link.payments.settlement;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.ishikari.link.edge.Json;
import jp.ishikari.link.payments.store.SettlementLine;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/**
 * How one gateway writes its settlement file. Profiles are data (settlement-profiles.json): another
 * gateway is another entry there.
 *
 * @param date how a moment is written; without an offset it is of Japan
 * @param currency column of the currency; null where everything is yen
 * @param kinds what the words of its kind mean
 */
public record SettlementProfile(
    String id,
    String label,
    String gateway,
    String charset,
    String date,
    String kind,
    String paymentId,
    String reference,
    String amount,
    String fee,
    @Nullable String currency,
    String at,
    Map<String, SettlementLine.Kind> kinds) {

  private static final List<SettlementProfile> ALL = read();

  private static List<SettlementProfile> read() {
    try (InputStream file =
        SettlementProfile.class.getResourceAsStream("/payments/settlement-profiles.json")) {
      return List.copyOf(Json.MAPPER.readValue(file, new TypeReference<>() {}));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  public static List<SettlementProfile> all() {
    return ALL;
  }

  public static Optional<SettlementProfile> find(String id) {
    return ALL.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /** Every column that must be there; others may stand between them. */
  public List<String> columns() {
    return Stream.of(kind, paymentId, reference, amount, fee, currency, at)
        .filter(one -> one != null)
        .toList();
  }
}
