package jp.ishikari.link.localcloud.keys;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** The signing algorithms of KMS that are played here. */
enum Signing {
  /** ES256 after the DER signature is turned into its two numbers by the caller. */
  ECDSA_SHA_256(LocalKey.Kind.ECC_NIST_P256, "SHA256withECDSA", "NONEwithECDSA"),
  /** RS256. */
  RSASSA_PKCS1_V1_5_SHA_256(LocalKey.Kind.RSA_2048, "SHA256withRSA", "NONEwithRSA"),
  /** PS256. */
  RSASSA_PSS_SHA_256(LocalKey.Kind.RSA_2048, "RSASSA-PSS", "");

  /** DER head of a DigestInfo with SHA-256 (RFC 8017 section 9.2 note 1). */
  private static final byte[] DIGEST_INFO =
      HexFormat.of().parseHex("3031300d060960864801650304020105000420");

  private final LocalKey.Kind kind;
  private final String overMessage;
  private final String overDigest;

  Signing(LocalKey.Kind kind, String overMessage, String overDigest) {
    this.kind = kind;
    this.overMessage = overMessage;
    this.overDigest = overDigest;
  }

  static Signing of(String name) {
    return Arrays.stream(values())
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new KeyRefusal("UnsupportedOperationException", name + " is not played here"));
  }

  static List<String> namesFor(LocalKey.Kind kind) {
    return Arrays.stream(values()).filter(one -> one.kind == kind).map(Enum::name).toList();
  }

  LocalKey.Kind kind() {
    return kind;
  }

  byte[] sign(LocalKey key, byte[] message, boolean isDigest) throws GeneralSecurityException {
    if (isDigest && message.length != 32) {
      throw new KeyRefusal("ValidationException", "A SHA-256 digest has 32 bytes");
    }
    if (isDigest && overDigest.isEmpty()) {
      throw new KeyRefusal("UnsupportedOperationException", "PSS over a digest is not played here");
    }
    var signature = Signature.getInstance(isDigest ? overDigest : overMessage);
    if (this == RSASSA_PSS_SHA_256) {
      signature.setParameter(
          new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
    }
    signature.initSign(key.privateKey());
    if (isDigest && kind == LocalKey.Kind.RSA_2048) {
      var wrapped = new ByteArrayOutputStream();
      wrapped.writeBytes(DIGEST_INFO);
      wrapped.writeBytes(message);
      signature.update(wrapped.toByteArray());
    } else {
      signature.update(message);
    }
    return signature.sign();
  }
}
