package jp.ishikari.link.identity.signing;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.impl.AAD;
import com.nimbusds.jose.crypto.impl.ContentCryptoProvider;
import com.nimbusds.jose.jca.JWEJCAContext;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import jp.ishikari.link.identity.store.ResidentKeys;

/**
 * A compact JWE for us (RFC 7516). The content is Nimbus' to open; the content key is opened where
 * our private key lives, which Nimbus' own decrypter would want to hold.
 */
final class SealedResult {
  private static final int CONTENT_KEY_BYTES = 32;

  private SealedResult() {}

  /** The text inside; empty when it is no JWE, not for us, or of an algorithm we do not use. */
  static Optional<String> open(String compact, ResidentKeys keys) {
    try {
      JWEObject sealed = JWEObject.parse(compact);
      JWEHeader header = sealed.getHeader();
      if (!JWEAlgorithm.RSA_OAEP_256.equals(header.getAlgorithm())
          || !EncryptionMethod.A256GCM.equals(header.getEncryptionMethod())
          || header.getCriticalParams() != null) {
        return Optional.empty();
      }
      Optional<byte[]> key =
          keys.openContentKey(sealed.getEncryptedKey().decode())
              .filter(bytes -> bytes.length == CONTENT_KEY_BYTES);
      if (key.isEmpty()) {
        return Optional.empty();
      }
      SecretKey contentKey = new SecretKeySpec(key.get(), "AES");
      return Optional.of(
          new String(
              ContentCryptoProvider.decrypt(
                  header,
                  AAD.compute(header),
                  sealed.getEncryptedKey(),
                  sealed.getIV(),
                  sealed.getCipherText(),
                  sealed.getAuthTag(),
                  contentKey,
                  new JWEJCAContext()),
              StandardCharsets.UTF_8));
    } catch (ParseException | JOSEException broken) {
      return Optional.empty();
    }
  }
}
