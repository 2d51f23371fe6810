package jp.ishikari.link.aws;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import jp.ishikari.link.blueprint.Key;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.MacAlgorithmSpec;

/**
 * HMAC-SHA-256 under a key derived once per warm function: the derivation is itself a MAC under the
 * key that never leaves KMS. One call then, none per hash.
 */
public final class KmsMac {
  private static final String ALGORITHM = "HmacSHA256";
  private static final String DERIVATION = "v1";

  private final KmsClient keys;
  private final String keyId;
  private volatile SecretKeySpec derived;

  public KmsMac(Cloud cloud, Key key) {
    this.keys = cloud.keys();
    this.keyId = cloud.environment().nameOf(key);
  }

  /** Keyed hash of a text under what it is; the same text under another kind is another hash. */
  public String hash(String kind, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(derivedKey());
      mac.update(kind.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      byte[] hash = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private SecretKeySpec derivedKey() {
    SecretKeySpec key = derived;
    return key == null ? derive() : key;
  }

  /** Of many first requests at once, one asks. */
  private synchronized SecretKeySpec derive() {
    if (derived == null) {
      byte[] mac =
          keys.generateMac(
                  r ->
                      r.keyId(keyId)
                          .macAlgorithm(MacAlgorithmSpec.HMAC_SHA_256)
                          .message(SdkBytes.fromUtf8String(DERIVATION)))
              .mac()
              .asByteArray();
      derived = new SecretKeySpec(mac, ALGORITHM);
    }
    return derived;
  }
}
