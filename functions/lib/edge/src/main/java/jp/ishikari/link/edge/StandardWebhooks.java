package jp.ishikari.link.edge;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Standard Webhooks, version v1 (https://www.standardwebhooks.com): HMAC-SHA-256 over id, time and
 * bytes under a secret that the provider and we share.
 */
public final class StandardWebhooks implements Proof {
  /** How far from now the time in a message may lie; what the standard advises. */
  public static final Duration WINDOW = Duration.ofMinutes(5);

  private static final String ALGORITHM = "HmacSHA256";
  private static final String SECRET_PREFIX = "whsec_";
  private static final String SIGNATURE_PREFIX = "v1,";

  /** Without a dot, which ends the id in what is signed. */
  private static final Pattern ID = Pattern.compile("[!-~&&[^.]]{1,256}");

  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,11}");

  /** A sender names one signature per secret while it changes secrets. */
  private static final int MOST_SIGNATURES = 8;

  private final List<SecretKeySpec> secrets;

  private StandardWebhooks(List<SecretKeySpec> secrets) {
    this.secrets = secrets;
  }

  /** Under any of these secrets, each as the provider shows it; two while they are changed. */
  public static StandardWebhooks under(String... secrets) {
    if (secrets.length == 0) {
      throw new IllegalArgumentException("without a secret nothing can be believed");
    }
    return new StandardWebhooks(Arrays.stream(secrets).map(StandardWebhooks::key).toList());
  }

  private static SecretKeySpec key(String secret) {
    String text =
        secret.startsWith(SECRET_PREFIX) ? secret.substring(SECRET_PREFIX.length()) : secret;
    return new SecretKeySpec(Base64.getDecoder().decode(text), ALGORITHM);
  }

  @Override
  public Optional<String> check(Map<String, List<String>> headers, byte[] body, Instant now) {
    Optional<String> id = one(headers, "webhook-id").filter(text -> ID.matcher(text).matches());
    Optional<String> time =
        one(headers, "webhook-timestamp")
            .filter(text -> SECONDS.matcher(text).matches())
            .filter(text -> isNear(Instant.ofEpochSecond(Long.parseLong(text)), now));
    Optional<String> signatures = one(headers, "webhook-signature");
    if (id.isEmpty() || time.isEmpty() || signatures.isEmpty()) {
      return Optional.empty();
    }
    byte[] head = (id.get() + "." + time.get() + ".").getBytes(StandardCharsets.UTF_8);
    boolean proven = false;
    for (SecretKeySpec secret : secrets) {
      byte[] wanted = mac(secret, head, body);
      for (String signature : signatures.get().split(" ", MOST_SIGNATURES)) {
        // Looks at all, so that the time it takes tells nothing.
        proven |= signature.startsWith(SIGNATURE_PREFIX) && isSame(wanted, signature);
      }
    }
    return proven ? id : Optional.empty();
  }

  /** A header that stands there twice says nothing. */
  private static Optional<String> one(Map<String, List<String>> headers, String name) {
    List<String> values = headers.getOrDefault(name, List.of());
    return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
  }

  private static boolean isNear(Instant said, Instant now) {
    return Duration.between(said, now).abs().compareTo(WINDOW) <= 0;
  }

  private static boolean isSame(byte[] wanted, String signature) {
    String text = Base64.getEncoder().encodeToString(wanted);
    return MessageDigest.isEqual(
        text.getBytes(StandardCharsets.US_ASCII),
        signature.substring(SIGNATURE_PREFIX.length()).getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] mac(SecretKeySpec secret, byte[] head, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(secret);
      mac.update(head);
      return mac.doFinal(body);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
