package jp.ishikari.link.signature;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.ishikari.link.domain.Outcome;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * The signer's certificate, read whole before anything is decided: what comes later meets no
 * unreadable part.
 *
 * @param critical object identifiers of its critical extensions
 * @param policies object identifiers of its policies
 * @param usage its key usage, if it states one
 * @param authority whether it calls itself an authority
 * @param issuerKey identifier of its issuer's key, as it claims
 * @param key its key; absent when it is not RSA of {@value #BITS} bits with exponent {@value
 *     #EXPONENT}
 */
record SignerCertificate(
    X509CertificateHolder holder,
    Set<String> critical,
    Set<String> policies,
    Optional<KeyUsage> usage,
    boolean authority,
    Optional<byte[]> issuerKey,
    Optional<RSAPublicKey> key) {
  private static final int BITS = 2048;
  private static final int EXPONENT = 65_537;

  /** Reads a certificate that stands alone. */
  static Outcome<Reason, SignerCertificate> read(byte[] der, int maximumBytes) {
    Optional<Reason> fault = DerFrame.fault(der, maximumBytes);
    if (fault.isPresent()) {
      return Outcome.failure(fault.get());
    }
    try {
      return Outcome.success(of(new X509CertificateHolder(der)));
    } catch (IOException | RuntimeException e) {
      // The library answers bad structure with half a dozen unchecked exceptions.
      return Outcome.failure(Reason.MALFORMED);
    }
  }

  /**
   * @throws IOException when it is not DER
   * @throws RuntimeException when an extension is unreadable or stands twice
   */
  static SignerCertificate of(X509CertificateHolder holder) throws IOException {
    // The library checks signatures over what it writes anew, where every true is all ones and sets
    // are sorted: what it would change by that was not signed like this.
    var structure = holder.toASN1Structure();
    if (!Arrays.equals(
        structure.getEncoded(ASN1Encoding.DL), structure.getEncoded(ASN1Encoding.DER))) {
      throw new IOException("not DER");
    }
    // Throws when the signature is no whole number of bytes.
    holder.getSignature();
    Extensions extensions = holder.getExtensions();
    if (extensions == null) {
      return new SignerCertificate(
          holder, Set.of(), Set.of(), Optional.empty(), false, Optional.empty(), rsa(holder));
    }
    CertificatePolicies policies = CertificatePolicies.fromExtensions(extensions);
    BasicConstraints constraints = BasicConstraints.fromExtensions(extensions);
    return new SignerCertificate(
        holder,
        names(Arrays.stream(extensions.getCriticalExtensionOIDs())),
        policies == null
            ? Set.of()
            : names(
                Arrays.stream(policies.getPolicyInformation())
                    .map(information -> information.getPolicyIdentifier())),
        Optional.ofNullable(KeyUsage.fromExtensions(extensions)),
        constraints != null && constraints.isCA(),
        Optional.ofNullable(AuthorityKeyIdentifier.fromExtensions(extensions))
            .map(AuthorityKeyIdentifier::getKeyIdentifierOctets),
        rsa(holder));
  }

  private static Set<String> names(Stream<ASN1ObjectIdentifier> identifiers) {
    return identifiers
        .map(ASN1ObjectIdentifier::getId)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Optional<RSAPublicKey> rsa(X509CertificateHolder holder) throws IOException {
    var info = holder.getSubjectPublicKeyInfo();
    if (!info.getAlgorithm().getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption)) {
      return Optional.empty();
    }
    try {
      RSAPublicKey key =
          (RSAPublicKey)
              KeyFactory.getInstance("RSA")
                  .generatePublic(new X509EncodedKeySpec(info.getEncoded()));
      return Optional.of(key)
          .filter(k -> k.getModulus().bitLength() == BITS)
          .filter(k -> k.getPublicExponent().intValue() == EXPONENT)
          .filter(k -> k.getPublicExponent().bitLength() <= Integer.SIZE);
    } catch (GeneralSecurityException e) {
      // Keys so odd that the JDK refuses them (below 512 bits, say) fit no more than short ones.
      return Optional.empty();
    }
  }
}
