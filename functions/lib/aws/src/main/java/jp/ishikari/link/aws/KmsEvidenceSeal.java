package jp.ishikari.link.aws;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import jp.ishikari.link.blueprint.Key;
import jp.ishikari.link.domain.signing.Evidence;
import jp.ishikari.link.domain.signing.EvidenceSeal;
import jp.ishikari.link.edge.Json;
import software.amazon.awssdk.core.SdkBytes;

/**
 * Seals under a key of its own for each piece (a CMS is larger than what KMS takes), which is
 * itself encrypted in KMS: its length, the encrypted key, the nonce, the sealed piece.
 */
public final class KmsEvidenceSeal implements EvidenceSeal {
  private static final String CONTEXT = "signed";
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final Cloud cloud;
  private final SecureRandom random = new SecureRandom();

  public KmsEvidenceSeal(Cloud cloud) {
    this.cloud = cloud;
  }

  @Override
  public byte[] seal(String digest, Evidence.Identified certificate) {
    byte[] key = new byte[KEY_BYTES];
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(key);
    random.nextBytes(nonce);
    byte[] wrapped =
        cloud
            .keys()
            .encrypt(
                r ->
                    r.keyId(keyId())
                        .encryptionContext(Map.of(CONTEXT, digest))
                        .plaintext(SdkBytes.fromByteArray(key)))
            .ciphertextBlob()
            .asByteArray();
    byte[] sealed =
        crypt(Cipher.ENCRYPT_MODE, key, nonce, Json.MAPPER.writeValueAsBytes(certificate));
    return ByteBuffer.allocate(Integer.BYTES + wrapped.length + NONCE_BYTES + sealed.length)
        .putInt(wrapped.length)
        .put(wrapped)
        .put(nonce)
        .put(sealed)
        .array();
  }

  @Override
  public Evidence.Identified open(String digest, byte[] sealed) {
    ByteBuffer parts = ByteBuffer.wrap(sealed);
    byte[] wrapped = take(parts, parts.getInt());
    byte[] nonce = take(parts, NONCE_BYTES);
    byte[] key =
        cloud
            .keys()
            .decrypt(
                r ->
                    r.keyId(keyId())
                        .encryptionContext(Map.of(CONTEXT, digest))
                        .ciphertextBlob(SdkBytes.fromByteArray(wrapped)))
            .plaintext()
            .asByteArray();
    return Json.MAPPER.readValue(
        crypt(Cipher.DECRYPT_MODE, key, nonce, take(parts, parts.remaining())),
        Evidence.Identified.class);
  }

  private String keyId() {
    return cloud.environment().nameOf(Key.EVIDENCE);
  }

  private static byte[] take(ByteBuffer parts, int length) {
    byte[] part = new byte[length];
    parts.get(part);
    return part;
  }

  private static byte[] crypt(int mode, byte[] key, byte[] nonce, byte[] bytes) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(bytes);
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("evidence does not open", broken);
    }
  }
}
