package jp.ishikari.link.localcloud.keys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A ciphertext blob: version byte, key id (16 bytes), nonce (12 bytes), AES-256-GCM output.
 *
 * <p>The encryption context is authenticated, as in KMS: the same pairs in any order open it.
 */
final class SealedBytes {
  private static final byte VERSION = 1;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int HEAD_BYTES = 1 + 16 + NONCE_BYTES;

  private SealedBytes() {}

  static byte[] seal(LocalKey key, byte[] plain, Map<String, String> context)
      throws GeneralSecurityException {
    var nonce = new byte[NONCE_BYTES];
    new SecureRandom().nextBytes(nonce);
    var sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, context).doFinal(plain);
    var id = UUID.fromString(key.id());
    return ByteBuffer.allocate(HEAD_BYTES + sealed.length)
        .put(VERSION)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .put(nonce)
        .put(sealed)
        .array();
  }

  /** The id of the key that sealed the blob. */
  static String keyId(byte[] blob) {
    if (blob.length <= HEAD_BYTES || blob[0] != VERSION) {
      throw invalid();
    }
    var buffer = ByteBuffer.wrap(blob, 1, 16);
    return new UUID(buffer.getLong(), buffer.getLong()).toString();
  }

  static byte[] open(LocalKey key, byte[] blob, Map<String, String> context)
      throws GeneralSecurityException {
    var nonce = new byte[NONCE_BYTES];
    ByteBuffer.wrap(blob, 17, NONCE_BYTES).get(nonce);
    try {
      return cipher(Cipher.DECRYPT_MODE, key, nonce, context)
          .doFinal(blob, HEAD_BYTES, blob.length - HEAD_BYTES);
    } catch (AEADBadTagException e) {
      throw invalid();
    }
  }

  private static KeyRefusal invalid() {
    return new KeyRefusal("InvalidCiphertextException", "The ciphertext or its context is wrong");
  }

  private static Cipher cipher(int mode, LocalKey key, byte[] nonce, Map<String, String> context)
      throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        mode, new SecretKeySpec(key.secretBytes(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    // Lengths before texts: no two contexts give the same bytes.
    new TreeMap<>(context)
        .forEach(
            (name, value) -> {
              cipher.updateAAD(counted(name));
              cipher.updateAAD(counted(value));
            });
    return cipher;
  }

  private static byte[] counted(String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(4 + bytes.length).putInt(bytes.length).put(bytes).array();
  }
}
