package jp.ishikari.link.localcloud.keys;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.spec.MGF1ParameterSpec;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;

/** Some bytes under the public half of a key (RSA-OAEP with SHA-256, as JWE's RSA-OAEP-256). */
final class WrappedBytes {
  static final String ALGORITHM = "RSAES_OAEP_SHA_256";

  private WrappedBytes() {}

  static byte[] wrap(LocalKey key, byte[] plain) throws GeneralSecurityException {
    return cipher(Cipher.ENCRYPT_MODE, key.publicHalf()).doFinal(plain);
  }

  static byte[] unwrap(LocalKey key, byte[] wrapped) throws GeneralSecurityException {
    var open = cipher(Cipher.DECRYPT_MODE, key.privateKey());
    try {
      return open.doFinal(wrapped);
    } catch (GeneralSecurityException wrong) {
      throw new KeyRefusal("InvalidCiphertextException", "The ciphertext is wrong");
    }
  }

  private static Cipher cipher(int mode, Key half) throws GeneralSecurityException {
    var cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
    cipher.init(
        mode,
        half,
        new OAEPParameterSpec(
            "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT));
    return cipher;
  }
}
