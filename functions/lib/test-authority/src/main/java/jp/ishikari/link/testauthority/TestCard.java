package jp.ishikari.link.testauthority;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Cipher;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignatureEncryptionAlgorithmFinder;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultCMSSignatureEncryptionAlgorithmFinder;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInfoGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.cms.SimpleAttributeTableGenerator;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.util.CollectionStore;

/** A card: the certificate and the key that never leaves it, signing in each shape. */
public record TestCard(PrivateKey key, X509CertificateHolder certificate) {
  /** DER head of a DigestInfo with SHA-256 (RFC 8017 section 9.2 note 1). */
  private static final byte[] DIGEST_INFO =
      HexFormat.of().parseHex("3031300d060960864801650304020105000420");

  /** The certificate, DER. */
  public byte[] der() {
    return encoded(certificate::getEncoded);
  }

  /** PKCS#1 v1.5 over the DigestInfo. */
  public byte[] signDigestInfo(byte[] content) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key);
      signature.update(content);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The same for content of which only the SHA-256 is known, as a signing service knows it.
   *
   * @param sha256 32 bytes
   */
  public byte[] signDigest(byte[] sha256) {
    try {
      Cipher card = Cipher.getInstance("RSA/ECB/PKCS1Padding");
      card.init(Cipher.ENCRYPT_MODE, key);
      card.update(DIGEST_INFO);
      return card.doFinal(sha256);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** PKCS#1 v1.5 over the hash alone, as a card does with what it is handed. */
  public byte[] signBareHash(byte[] content) {
    try {
      Cipher card = Cipher.getInstance("RSA/ECB/PKCS1Padding");
      card.init(Cipher.ENCRYPT_MODE, key);
      return card.doFinal(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The same as {@link #signCms} for content of which only the SHA-256 is known.
   *
   * @param sha256 32 bytes
   */
  public byte[] signCmsDigest(byte[] sha256, Instant signingTime) {
    return cms(new byte[0], signingTime, CmsFlaw.NONE, sha256);
  }

  /** CMS SignedData over the content, which it does not hold. */
  public byte[] signCms(byte[] content, Instant signingTime, CmsFlaw flaw) {
    return cms(content, signingTime, flaw, null);
  }

  /**
   * @param sha256 what is signed instead of the content's digest; null for that
   */
  private byte[] cms(byte[] content, Instant signingTime, CmsFlaw flaw, byte[] sha256) {
    try {
      CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
      generator.addSignerInfoGenerator(signer(signingTime, flaw, sha256));
      if (flaw == CmsFlaw.TWO_SIGNERS) {
        generator.addSignerInfoGenerator(signer(signingTime, CmsFlaw.NONE, sha256));
      }
      if (flaw != CmsFlaw.NO_CERTIFICATE) {
        generator.addCertificates(new CollectionStore<>(List.of(certificate)));
      }
      var data =
          flaw == CmsFlaw.CONTENT_OF_ANOTHER_TYPE
              ? new CMSProcessableByteArray(new ASN1ObjectIdentifier("2.999.3"), content)
              : new CMSProcessableByteArray(content);
      var signed = generator.generate(data, flaw == CmsFlaw.CONTENT_ENCLOSED);
      return signed.toASN1Structure().getEncoded(ASN1Encoding.DER);
    } catch (CMSException | OperatorCreationException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private SignerInfoGenerator signer(Instant signingTime, CmsFlaw flaw, byte[] sha256)
      throws OperatorCreationException {
    String algorithm =
        switch (flaw) {
          case DIGEST_SHA1 -> "SHA1withRSA";
          case DIGEST_SHA512 -> "SHA512withRSA";
          default -> "SHA256withRSA";
        };
    CMSSignatureEncryptionAlgorithmFinder naming =
        flaw == CmsFlaw.NAMED_SHA256_WITH_RSA
            ? asIs -> asIs
            : new DefaultCMSSignatureEncryptionAlgorithmFinder();
    SignerInfoGeneratorBuilder builder =
        new SignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build(), naming);
    builder.setDirectSignature(flaw == CmsFlaw.NO_SIGNED_ATTRIBUTES);
    builder.setSignedAttributeGenerator(
        parameters -> {
          AttributeTable usual =
              new DefaultSignedAttributeTableGenerator().getAttributes(parameters);
          AttributeTable table =
              usual.remove(CMSAttributes.cmsAlgorithmProtect).remove(CMSAttributes.signingTime);
          if (sha256 != null) {
            table =
                table
                    .remove(CMSAttributes.messageDigest)
                    .add(CMSAttributes.messageDigest, new DEROctetString(sha256));
          }
          return flaw == CmsFlaw.NO_SIGNING_TIME
              ? table
              : table.add(CMSAttributes.signingTime, new Time(Date.from(signingTime)));
        });
    if (flaw == CmsFlaw.UNSIGNED_ATTRIBUTE) {
      Attribute remark =
          new Attribute(
              new ASN1ObjectIdentifier("2.999.4"), new DERSet(new DERUTF8String("remark")));
      builder.setUnsignedAttributeGenerator(
          new SimpleAttributeTableGenerator(new AttributeTable(remark)));
    }
    ContentSigner signer = new JcaContentSignerBuilder(algorithm).build(key);
    return builder.build(signer, certificate);
  }

  private interface Encoding {
    byte[] bytes() throws IOException;
  }

  private static byte[] encoded(Encoding of) {
    try {
      return of.bytes();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
