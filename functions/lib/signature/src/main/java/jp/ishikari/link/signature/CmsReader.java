package jp.ishikari.link.signature;

import java.io.IOException;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import jp.ishikari.link.domain.Outcome;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DLSequence;
import org.bouncycastle.asn1.DLTaggedObject;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.RuntimeOperatorException;

/**
 * Reads {@link SignatureShape.Cms}, strictly: version 1, one signer named by issuer and serial,
 * SHA-256, signed attributes, nothing that no signature vouches for. Certificates beside the
 * signer's are allowed, in any order, and not looked at: trust comes from the pinned roots alone.
 */
final class CmsReader {
  private static final Set<ASN1ObjectIdentifier> SIGNED_WITH =
      Set.of(PKCSObjectIdentifiers.rsaEncryption, PKCSObjectIdentifiers.sha256WithRSAEncryption);

  /** Where SignedData holds them. */
  private static final int CERTIFICATES = 3;

  private CmsReader() {}

  static Outcome<Reason, ReadSignature> read(
      SignatureShape.Cms signed, byte[] content, int maximumBytes) {
    Optional<Reason> fault = DerFrame.fault(signed.encoded(), maximumBytes);
    if (fault.isPresent()) {
      return Outcome.failure(fault.get());
    }
    try {
      ContentInfo info = ContentInfo.getInstance(signed.encoded());
      if (!info.getContentType().equals(CMSObjectIdentifiers.signedData)) {
        return Outcome.failure(Reason.NOT_SIGNED_DATA);
      }
      SignedData data = SignedData.getInstance(info.getContent());
      Optional<Reason> wrong = envelope(data);
      if (wrong.isPresent()) {
        return Outcome.failure(wrong.get());
      }
      return asItCame(new ContentInfo(info.getContentType(), data), sorted(signed.encoded()))
          ? signer(new CMSSignedData(new CMSProcessableByteArray(content), info))
          : Outcome.failure(Reason.UNSIGNED_PARTS);
    } catch (IOException | CMSException | RuntimeException e) {
      // The library answers bad structure with half a dozen unchecked exceptions.
      return Outcome.failure(Reason.MALFORMED);
    }
  }

  /** What stands around the signer. */
  private static Optional<Reason> envelope(SignedData data) throws IOException {
    if (!data.getEncapContentInfo().getContentType().equals(CMSObjectIdentifiers.data)) {
      return Optional.of(Reason.NOT_SIGNED_DATA);
    }
    if (data.getEncapContentInfo().getContent() != null) {
      return Optional.of(Reason.CONTENT_ENCLOSED);
    }
    if (data.getSignerInfos().size() != 1) {
      return Optional.of(Reason.NOT_ONE_SIGNER);
    }
    SignerInfo signer = SignerInfo.getInstance(data.getSignerInfos().getObjectAt(0));
    boolean plain =
        data.getVersion().hasValue(1)
            && signer.getVersion().hasValue(1)
            && data.getCRLs() == null
            && signer.getUnauthenticatedAttributes() == null
            && data.getDigestAlgorithms().size() == 1
            && asItCame(signer, data.getSignerInfos().getObjectAt(0));
    if (!plain) {
      return Optional.of(Reason.UNSIGNED_PARTS);
    }
    AlgorithmIdentifier announced =
        AlgorithmIdentifier.getInstance(data.getDigestAlgorithms().getObjectAt(0));
    if (!sha256(signer.getDigestAlgorithm()) || !sha256(announced)) {
      return Optional.of(Reason.DIGEST_ALGORITHM);
    }
    AlgorithmIdentifier with = signer.getDigestEncryptionAlgorithm();
    return SIGNED_WITH.contains(with.getAlgorithm()) && bare(with)
        ? Optional.empty()
        : Optional.of(Reason.SIGNATURE_ALGORITHM);
  }

  /** Whether the part, built anew, is what came: no odd tag hides where nothing is signed. */
  private static boolean asItCame(ASN1Object anew, ASN1Encodable came) throws IOException {
    return Arrays.equals(
        anew.getEncoded(ASN1Encoding.DL), came.toASN1Primitive().getEncoded(ASN1Encoding.DL));
  }

  /**
   * The message with its certificates sorted as DER sorts them, which is how the library writes
   * them: software that puts the signer's before the root's says the same.
   */
  private static ASN1Encodable sorted(byte[] message) throws IOException {
    ASN1Sequence whole = ASN1Sequence.getInstance(ASN1Primitive.fromByteArray(message));
    ASN1Encodable[] parts =
        ASN1Sequence.getInstance((ASN1TaggedObject) whole.getObjectAt(1), true).toArray();
    if (parts[CERTIFICATES] instanceof ASN1TaggedObject tagged && tagged.hasContextTag(0)) {
      ASN1Set certificates = ASN1Set.getInstance(tagged, false);
      parts[CERTIFICATES] = new DERTaggedObject(false, 0, new DERSet(certificates.toArray()));
    }
    return new DLSequence(
        new ASN1Encodable[] {
          whole.getObjectAt(0), new DLTaggedObject(true, 0, new DLSequence(parts))
        });
  }

  private static boolean sha256(AlgorithmIdentifier digest) {
    return digest.getAlgorithm().equals(NISTObjectIdentifiers.id_sha256) && bare(digest);
  }

  private static boolean bare(AlgorithmIdentifier algorithm) {
    return algorithm.getParameters() == null || algorithm.getParameters().equals(DERNull.INSTANCE);
  }

  private static Outcome<Reason, ReadSignature> signer(CMSSignedData cms)
      throws IOException, CMSException {
    SignerInformation signer = cms.getSignerInfos().iterator().next();
    Collection<X509CertificateHolder> matching = cms.getCertificates().getMatches(signer.getSID());
    if (matching.size() != 1) {
      return Outcome.failure(Reason.SIGNER_CERTIFICATE_MISSING);
    }
    X509CertificateHolder holder = matching.iterator().next();
    // The library compares names without regard to case; here they are the same bytes.
    if (!Arrays.equals(signer.getSID().getIssuer().getEncoded(), holder.getIssuer().getEncoded())) {
      return Outcome.failure(Reason.SIGNER_CERTIFICATE_MISSING);
    }
    AttributeTable attributes = signer.getSignedAttributes();
    if (attributes == null) {
      return Outcome.failure(Reason.SIGNED_ATTRIBUTES_MISSING);
    }
    Optional<Reason> wrong = attributes(attributes);
    if (wrong.isPresent()) {
      return Outcome.failure(wrong.get());
    }
    byte[] claimed =
        ASN1OctetString.getInstance(only(attributes, CMSAttributes.messageDigest).orElseThrow())
            .getOctets();
    if (!Arrays.equals(claimed, Sha256.of((byte[]) cms.getSignedContent().getContent()))) {
      return Outcome.failure(Reason.CONTENT_CHANGED);
    }
    Optional<Instant> signingTime =
        only(attributes, CMSAttributes.signingTime)
            .map(value -> Time.getInstance(value).getDate().toInstant());
    return Outcome.success(
        new ReadSignature(SignerCertificate.of(holder), signingTime, key -> madeBy(key, signer)));
  }

  /**
   * RFC 5652 §11: content type and message digest once each, with one value; a time at most once.
   */
  private static Optional<Reason> attributes(AttributeTable attributes) {
    boolean fit =
        only(attributes, CMSAttributes.contentType)
                .filter(CMSObjectIdentifiers.data::equals)
                .isPresent()
            && only(attributes, CMSAttributes.messageDigest)
                .filter(ASN1OctetString.class::isInstance)
                .isPresent()
            && (attributes.get(CMSAttributes.signingTime) == null
                || only(attributes, CMSAttributes.signingTime).isPresent());
    return fit ? Optional.empty() : Optional.of(Reason.SIGNED_ATTRIBUTES_UNFIT);
  }

  private static Optional<ASN1Encodable> only(
      AttributeTable attributes, ASN1ObjectIdentifier type) {
    if (attributes.getAll(type).size() != 1) {
      return Optional.empty();
    }
    Attribute attribute = attributes.get(type);
    return attribute.getAttrValues().size() == 1
        ? Optional.of(attribute.getAttrValues().getObjectAt(0))
        : Optional.empty();
  }

  private static boolean madeBy(RSAPublicKey key, SignerInformation signer) {
    try {
      return signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(key));
    } catch (CMSException | RuntimeOperatorException e) {
      // Of another length than the key, above the modulus or with another padding.
      return false;
    } catch (OperatorCreationException e) {
      throw new AssertionError("every JDK has RSA and SHA-256", e);
    }
  }
}
