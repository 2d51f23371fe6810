package jp.ishikari.link.localcloud.keys;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.UUID;

/**
 * One key with its material.
 *
 * @param id the key id, a UUID
 * @param alias {@code alias/…}
 * @param secret Base64 of the secret bytes, or of the PKCS #8 private key
 * @param publicKey Base64 of the X.509 public key, empty for a symmetric key
 */
record LocalKey(String id, String alias, Kind kind, String secret, String publicKey) {

  /** What a key can do; a key is never used for two purposes. */
  enum Kind {
    HMAC_256("HMAC_256", "GENERATE_VERIFY_MAC", ""),
    SYMMETRIC_DEFAULT("SYMMETRIC_DEFAULT", "ENCRYPT_DECRYPT", ""),
    ECC_NIST_P256("ECC_NIST_P256", "SIGN_VERIFY", "EC"),
    RSA_2048("RSA_2048", "SIGN_VERIFY", "RSA"),
    RSA_2048_ENCRYPTING("RSA_2048", "ENCRYPT_DECRYPT", "RSA");

    private final String spec;
    private final String usage;
    private final String algorithm;

    Kind(String spec, String usage, String algorithm) {
      this.spec = spec;
      this.usage = usage;
      this.algorithm = algorithm;
    }

    /** What KMS calls it. */
    String spec() {
      return spec;
    }

    String usage() {
      return usage;
    }
  }

  static LocalKey create(String alias, Kind kind) throws GeneralSecurityException {
    var id = UUID.randomUUID().toString();
    if (kind.algorithm.isEmpty()) {
      var bytes = new byte[32];
      new SecureRandom().nextBytes(bytes);
      return new LocalKey(id, alias, kind, base64(bytes), "");
    }
    var generator = KeyPairGenerator.getInstance(kind.algorithm);
    if (kind == Kind.ECC_NIST_P256) {
      generator.initialize(new ECGenParameterSpec("secp256r1"));
    } else {
      generator.initialize(2048);
    }
    var pair = generator.generateKeyPair();
    return new LocalKey(
        id,
        alias,
        kind,
        base64(pair.getPrivate().getEncoded()),
        base64(pair.getPublic().getEncoded()));
  }

  byte[] secretBytes() {
    return Base64.getDecoder().decode(secret);
  }

  PrivateKey privateKey() throws GeneralSecurityException {
    return KeyFactory.getInstance(kind.algorithm)
        .generatePrivate(new PKCS8EncodedKeySpec(secretBytes()));
  }

  PublicKey publicHalf() throws GeneralSecurityException {
    return KeyFactory.getInstance(kind.algorithm)
        .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey)));
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
