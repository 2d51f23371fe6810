package jp.ishikari.link.testauthority;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * An authority that nobody knows, for the seal on documents of a city hall on one machine; each is
 * another one.
 */
public final class SealAuthority {
  private static final X500Name NAME = new X500Name("C=JP,O=TEST,CN=Test authority of seals");
  private static final X500Name CITY = new X500Name("C=JP,O=Ishikari-shi TEST,CN=Document seal");
  private static final Duration LIFE = Duration.ofDays(365);

  private final KeyPair keys;
  private final Date from;
  private final Date until;

  public SealAuthority(Instant since) {
    this.from = Date.from(since);
    this.until = Date.from(since.plus(LIFE));
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      this.keys = generator.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Its own certificate, for whoever is to trust it. */
  public X509CertificateHolder root() {
    return certificate(
        1,
        NAME,
        keys.getPublic().getEncoded(),
        new BasicConstraints(0),
        KeyUsage.keyCertSign | KeyUsage.cRLSign);
  }

  /**
   * A certificate for the key of a seal.
   *
   * @param publicKey a SubjectPublicKeyInfo in DER, as KMS tells it
   */
  public X509CertificateHolder certify(byte[] publicKey) {
    return certificate(
        2,
        CITY,
        publicKey,
        new BasicConstraints(false),
        KeyUsage.digitalSignature | KeyUsage.nonRepudiation);
  }

  private X509CertificateHolder certificate(
      long serial, X500Name subject, byte[] publicKey, BasicConstraints basic, int usage) {
    try {
      return new X509v3CertificateBuilder(
              NAME,
              BigInteger.valueOf(serial),
              from,
              until,
              subject,
              SubjectPublicKeyInfo.getInstance(publicKey))
          .addExtension(Extension.basicConstraints, true, basic)
          .addExtension(Extension.keyUsage, true, new KeyUsage(usage))
          .build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()));
    } catch (IOException | OperatorCreationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
