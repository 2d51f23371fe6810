package jp.ishikari.link.signature;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import jp.ishikari.link.domain.Outcome;

/** Reads {@link SignatureShape.Pkcs1}. */
final class Pkcs1Reader {

  private Pkcs1Reader() {}

  static Outcome<Reason, ReadSignature> read(
      SignatureShape.Pkcs1 signed, byte[] content, int maximumBytes) {
    return SignerCertificate.read(signed.certificate(), maximumBytes)
        .then(
            certificate ->
                Outcome.success(
                    new ReadSignature(
                        certificate, Optional.empty(), key -> madeBy(key, signed, content))));
  }

  private static boolean madeBy(RSAPublicKey key, SignatureShape.Pkcs1 signed, byte[] content) {
    try {
      return switch (signed.hashForm()) {
        case DIGEST_INFO -> overDigestInfo(key, signed.signature(), content);
        case BARE_HASH -> overBareHash(key, signed.signature(), content);
      };
    } catch (SignatureException | BadPaddingException e) {
      // Of the wrong length, above the modulus or with another padding: not this key's.
      return false;
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every JDK has RSA and SHA-256", e);
    }
  }

  private static boolean overDigestInfo(RSAPublicKey key, byte[] signature, byte[] content)
      throws GeneralSecurityException {
    Signature check = Signature.getInstance("SHA256withRSA");
    check.initVerify(key);
    check.update(content);
    return check.verify(signature);
  }

  /** The padding must hold the hash and nothing else. */
  private static boolean overBareHash(RSAPublicKey key, byte[] signature, byte[] content)
      throws GeneralSecurityException {
    if (signature.length * 8 != key.getModulus().bitLength()) {
      return false;
    }
    Cipher open = Cipher.getInstance("RSA/ECB/PKCS1Padding");
    open.init(Cipher.DECRYPT_MODE, key);
    byte[] hash = Sha256.of(content);
    return MessageDigest.isEqual(open.doFinal(signature), hash);
  }
}
