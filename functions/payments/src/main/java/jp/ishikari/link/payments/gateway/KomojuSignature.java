package jp.ishikari.link.payments.gateway;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import jp.ishikari.link.edge.Json;
import jp.ishikari.link.edge.Proof;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * How KOMOJU signs its notices: HMAC-SHA-256 over the bytes of the body, in hexadecimal. Only the
 * body is signed, so the id and the time are taken from there and from no header.
 */
public final class KomojuSignature implements Proof {
  private static final String HEADER = "x-komoju-signature";
  private static final String ALGORITHM = "HmacSHA256";

  /** It tries a notice again for days when nobody answered; what is older is no notice any more. */
  public static final Duration WINDOW = Duration.ofDays(7);

  private static final Duration AHEAD = Duration.ofMinutes(5);

  private final Supplier<String> secret;

  public KomojuSignature(Supplier<String> secret) {
    this.secret = secret;
  }

  @Override
  public Optional<String> check(Map<String, List<String>> headers, byte[] body, Instant now) {
    List<String> said = headers.getOrDefault(HEADER, List.of());
    boolean proven =
        MessageDigest.isEqual(
            HexFormat.of().formatHex(mac(body)).getBytes(StandardCharsets.US_ASCII),
            (said.size() == 1 ? said.getFirst() : "").getBytes(StandardCharsets.UTF_8));
    return proven ? recent(body, now) : Optional.empty();
  }

  /** The id in the body, if it was told within the window. */
  private static Optional<String> recent(byte[] body, Instant now) {
    try {
      JsonNode notice = Json.MAPPER.readTree(body);
      Instant at = OffsetDateTime.parse(notice.path("created_at").asString("")).toInstant();
      String id = notice.path("id").asString("");
      boolean near = !at.isBefore(now.minus(WINDOW)) && !at.isAfter(now.plus(AHEAD));
      return near && !id.isEmpty() ? Optional.of(id) : Optional.empty();
    } catch (JacksonException | DateTimeParseException unreadable) {
      return Optional.empty();
    }
  }

  private byte[] mac(byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.get().getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return mac.doFinal(body);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
