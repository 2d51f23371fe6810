package jp.ishikari.link.signature;

import java.security.cert.CertificateException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.ishikari.link.domain.Outcome;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.CertException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.RuntimeOperatorException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;

/**
 * Whether a certificate may speak for its purpose at a time. The chain has two links: the card's
 * certificate and a pinned root, which is found by its signature, because all generations of roots
 * share one name.
 *
 * <p>Not the JDK's PKIX: it refuses every genuine certificate for the qualifier inside its critical
 * policies, and takes short keys, missing key usage and any policy unless told otherwise.
 */
record CertificateCheck(Trust trust, Purpose purpose, Instant at) {
  private static final AlgorithmIdentifier SHA256_WITH_RSA =
      new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE);

  /** The root that issued it, or the first thing that is wrong. */
  Outcome<Reason, X509CertificateHolder> root(SignerCertificate certificate) {
    if (certificate.key().isEmpty()) {
      return Outcome.failure(Reason.KEY_UNFIT);
    }
    var structure = certificate.holder().toASN1Structure();
    if (!structure.getSignatureAlgorithm().equals(SHA256_WITH_RSA)
        || !structure.getTBSCertificate().getSignature().equals(SHA256_WITH_RSA)) {
      return Outcome.failure(Reason.CERTIFICATE_ALGORITHM);
    }
    Optional<X509CertificateHolder> root = issuer(certificate.holder(), purpose);
    return root.isEmpty()
        ? Outcome.failure(whyNotIssued(certificate))
        : fault(certificate, root.get())
            .<Outcome<Reason, X509CertificateHolder>>map(Outcome::failure)
            .orElseGet(() -> Outcome.success(root.get()));
  }

  /** The policy that lets it speak for its purpose; only of a certificate with a root. */
  String policy(SignerCertificate certificate) {
    return certificate.policies().stream()
        .filter(trust.policies(purpose)::contains)
        .findFirst()
        .orElseThrow();
  }

  private Optional<Reason> fault(SignerCertificate certificate, X509CertificateHolder root) {
    X509CertificateHolder holder = certificate.holder();
    if (!root.isValidOn(Date.from(at))) {
      return Optional.of(Reason.ROOT_NOT_VALID);
    }
    if (at.isBefore(holder.getNotBefore().toInstant())) {
      return Optional.of(Reason.NOT_YET_VALID);
    }
    if (at.isAfter(holder.getNotAfter().toInstant())) {
      return Optional.of(Reason.EXPIRED);
    }
    if (!known(purpose).containsAll(certificate.critical())) {
      return Optional.of(Reason.CRITICAL_EXTENSION_UNKNOWN);
    }
    if (Collections.disjoint(certificate.policies(), trust.policies(purpose))) {
      return Optional.of(
          Collections.disjoint(certificate.policies(), trust.policies(other()))
              ? Reason.POLICY_NOT_ALLOWED
              : Reason.WRONG_PURPOSE);
    }
    boolean usable =
        !certificate.authority()
            && certificate.usage().filter(usage -> usage.hasUsages(needed(purpose))).isPresent();
    return usable ? Optional.empty() : Optional.of(Reason.KEY_USAGE_UNFIT);
  }

  private static Set<String> known(Purpose purpose) {
    String usage = Extension.keyUsage.getId();
    String policies = Extension.certificatePolicies.getId();
    return switch (purpose) {
      case SIGNATURE -> Set.of(usage, policies);
      case AUTHENTICATION -> Set.of(usage, policies, Extension.extendedKeyUsage.getId());
    };
  }

  private static int needed(Purpose purpose) {
    return switch (purpose) {
      case SIGNATURE -> KeyUsage.digitalSignature | KeyUsage.nonRepudiation;
      case AUTHENTICATION -> KeyUsage.digitalSignature;
    };
  }

  private Purpose other() {
    return switch (purpose) {
      case SIGNATURE -> Purpose.AUTHENTICATION;
      case AUTHENTICATION -> Purpose.SIGNATURE;
    };
  }

  private Optional<X509CertificateHolder> issuer(X509CertificateHolder holder, Purpose of) {
    return trust.roots(of).filter(root -> signed(holder, root)).findFirst();
  }

  private Reason whyNotIssued(SignerCertificate certificate) {
    X509CertificateHolder holder = certificate.holder();
    if (issuer(holder, other()).isPresent()) {
      return Reason.WRONG_PURPOSE;
    }
    List<X509CertificateHolder> named =
        trust.roots(purpose).filter(root -> root.getSubject().equals(holder.getIssuer())).toList();
    if (named.isEmpty()) {
      return Reason.ISSUER_UNKNOWN;
    }
    return named.stream().anyMatch(root -> pointsTo(certificate, root))
        ? Reason.CERTIFICATE_CHANGED
        : Reason.ISSUER_NOT_PINNED;
  }

  private static boolean pointsTo(SignerCertificate certificate, X509CertificateHolder root) {
    SubjectKeyIdentifier own = SubjectKeyIdentifier.fromExtensions(root.getExtensions());
    return own != null
        && certificate
            .issuerKey()
            .filter(id -> Arrays.equals(own.getKeyIdentifier(), id))
            .isPresent();
  }

  /** Name and key of the root both fit. */
  private static boolean signed(X509CertificateHolder holder, X509CertificateHolder root) {
    if (!root.getSubject().equals(holder.getIssuer())) {
      return false;
    }
    try {
      return holder.isSignatureValid(new JcaContentVerifierProviderBuilder().build(root));
    } catch (CertException | RuntimeOperatorException e) {
      // The second is the library's answer to a signature of another length than the root's key.
      return false;
    } catch (CertificateException | OperatorCreationException e) {
      throw new AssertionError("a pinned root's key is tried when it is pinned", e);
    }
  }
}
