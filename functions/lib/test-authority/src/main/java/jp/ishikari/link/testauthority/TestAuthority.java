package jp.ishikari.link.testauthority;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A root with the profile of 公的個人認証サービス and the cards it issues: chain of two, all roots of a
 * purpose share one name, critical policies with a qualifier, basic data in the order of the card,
 * lists divided by municipality under directory names.
 */
public final class TestAuthority {
  /** Policy of 署名用電子証明書 in J-LIS's test environment; ours never carries the real one. */
  public static final String SIGNATURE_POLICY = "1.2.392.200149.8.5.1.0.20";

  /** An identifier of ours for logging in: J-LIS's for its test environment is not published. */
  public static final String AUTHENTICATION_POLICY = "2.999.8.5.1.0.30";

  /** Name of the list that every certificate points to. */
  public static final X500Name DISTRIBUTION_POINT =
      new X500Name(
          "CN=Ishikari-shi CRLDP,OU=Hokkaido,OU=CRL Distribution Points,"
              + "OU=JPKI for digital signature,O=JPKI-TEST,C=JP");

  private static final Duration ROOT_LIFE = Duration.ofDays(3650);
  private static final Duration CARD_LIFE = Duration.ofDays(1800);

  private final X500Name name;
  private final KeyPair keys;
  private final X509CertificateHolder root;
  private final Instant since;

  private TestAuthority(X500Name name, Instant since) {
    this.name = name;
    this.since = since;
    this.keys = keys(2048);
    this.root = selfSigned();
  }

  /** A root for 署名用電子証明書; each call makes a new one under the same name. */
  public static TestAuthority forSignature(Instant since) {
    return new TestAuthority(dn("JPKI for digital signature"), since);
  }

  /** A root for 利用者証明用電子証明書. */
  public static TestAuthority forAuthentication(Instant since) {
    return new TestAuthority(dn("JPKI for user authentication"), since);
  }

  /** A root under a name that nobody pins. */
  public static TestAuthority ofSomebodyElse(Instant since) {
    return new TestAuthority(new X500Name("C=JP,O=Somebody,OU=Else"), since);
  }

  private static X500Name dn(String unit) {
    return new X500Name(
        "C=JP,O=JPKI-TEST,OU=" + unit + ",OU=Japan Agency for Local Authority Information Systems");
  }

  public X509CertificateHolder root() {
    return root;
  }

  KeyPair keys() {
    return keys;
  }

  /** A card with a new key, valid from a day after the root for almost five years. */
  public TestCard issue(Person person, Flaw flaw) {
    return issue(person, flaw, keys(flaw == Flaw.KEY_OF_1024_BITS ? 1024 : 2048), 1001);
  }

  /** The same for a key that exists; making one takes long. */
  public TestCard issue(Person person, Flaw flaw, KeyPair card, long serial) {
    Instant from = since.plus(Duration.ofDays(1));
    Date notBefore =
        Date.from(flaw == Flaw.NOT_YET_VALID ? from.plus(CARD_LIFE.minusDays(1)) : from);
    Date notAfter =
        Date.from(flaw == Flaw.EXPIRED ? from.plus(Duration.ofDays(1)) : from.plus(CARD_LIFE));
    X500Name subject = new X500Name("C=JP,L=Hokkaido,L=Ishikari-shi,CN=TEST" + serial);
    try {
      var builder =
          new JcaX509v3CertificateBuilder(
              name, BigInteger.valueOf(serial), notBefore, notAfter, subject, card.getPublic());
      CardExtensions.add(builder, person, flaw, this);
      String algorithm = flaw == Flaw.SIGNED_WITH_SHA1 ? "SHA1withRSA" : "SHA256withRSA";
      return new TestCard(card.getPrivate(), builder.build(signer(algorithm)));
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The list of the distribution point, signed by this root. */
  public byte[] crl(Instant from, Instant until, long... revoked) {
    return crl(DISTRIBUTION_POINT, from, until, revoked);
  }

  /** A list of another distribution point. */
  public byte[] crl(X500Name point, Instant from, Instant until, long... revoked) {
    try {
      var builder = new X509v2CRLBuilder(name, Date.from(from)).setNextUpdate(Date.from(until));
      for (long serial : revoked) {
        builder.addCRLEntry(
            BigInteger.valueOf(serial), Date.from(from), CRLReason.affiliationChanged);
      }
      builder.addExtension(
          Extension.issuingDistributionPoint,
          true,
          new IssuingDistributionPoint(
              new DistributionPointName(new GeneralNames(new GeneralName(point))), false, false));
      return builder.build(signer("SHA256withRSA")).getEncoded();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private X509CertificateHolder selfSigned() {
    try {
      X509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              name,
              BigInteger.ONE,
              Date.from(since),
              Date.from(since.plus(ROOT_LIFE)),
              name,
              keys.getPublic());
      builder.addExtension(
          Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
      builder.addExtension(
          Extension.subjectKeyIdentifier,
          false,
          new JcaX509ExtensionUtils().createSubjectKeyIdentifier(keys.getPublic()));
      return builder.build(signer("SHA256withRSA"));
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  ContentSigner signer(String algorithm) {
    try {
      return new JcaContentSignerBuilder(algorithm).build(keys.getPrivate());
    } catch (OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An RSA key pair with the usual exponent. */
  public static KeyPair keys(int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(bits);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
