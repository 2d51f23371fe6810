package jp.ishikari.link.signature;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.cert.CertException;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;

/**
 * Revocation by list. J-LIS divides its lists by municipality; a certificate names its list by a
 * directory name, not by an address. Whatever is not the fresh list of that name, signed by the
 * same root, is no answer.
 */
public record CrlRevocation(Lists lists) implements Revocation {

  /** Where the lists lie: a directory, a folder, a bucket. */
  @FunctionalInterface
  public interface Lists {
    /** The newest list of this distribution point, DER; absent when it cannot be had now. */
    Optional<byte[]> newest(X500Name distributionPoint);
  }

  private static final Set<?> KNOWN = Set.of(Extension.issuingDistributionPoint);

  @Override
  public Status status(
      X509CertificateHolder certificate, X509CertificateHolder issuer, Instant at) {
    return points(certificate)
        .flatMap(
            point ->
                lists
                    .newest(point)
                    .flatMap(der -> answer(der, point, certificate, issuer, at))
                    .stream())
        .findFirst()
        .orElse(Status.UNKNOWN);
  }

  private static Stream<X500Name> points(X509CertificateHolder certificate) {
    try {
      return Optional.ofNullable(CRLDistPoint.fromExtensions(certificate.getExtensions())).stream()
          .flatMap(points -> Arrays.stream(points.getDistributionPoints()))
          .map(DistributionPoint::getDistributionPoint)
          .flatMap(CrlRevocation::directoryNames)
          .toList()
          .stream();
    } catch (RuntimeException e) {
      // Unreadable in a certificate the root did sign: then there is no list to ask.
      return Stream.empty();
    }
  }

  private static Stream<X500Name> directoryNames(DistributionPointName point) {
    return point == null || point.getType() != DistributionPointName.FULL_NAME
        ? Stream.empty()
        : Arrays.stream(GeneralNames.getInstance(point.getName()).getNames())
            .filter(name -> name.getTagNo() == GeneralName.directoryName)
            .map(name -> X500Name.getInstance(name.getName()));
  }

  private static Optional<Status> answer(
      byte[] der,
      X500Name point,
      X509CertificateHolder certificate,
      X509CertificateHolder issuer,
      Instant at) {
    try {
      X509CRLHolder list = new X509CRLHolder(der);
      Date then = Date.from(at);
      boolean fresh =
          !list.getThisUpdate().after(then)
              && list.getNextUpdate() != null
              && !list.getNextUpdate().before(then);
      boolean theirs =
          list.getIssuer().equals(issuer.getSubject())
              && KNOWN.containsAll(list.getCriticalExtensionOIDs())
              && about(list, point)
              && list.isSignatureValid(new JcaContentVerifierProviderBuilder().build(issuer));
      if (!fresh || !theirs) {
        return Optional.empty();
      }
      boolean listed = list.getRevokedCertificate(certificate.getSerialNumber()) != null;
      return Optional.of(listed ? Status.REVOKED : Status.GOOD);
    } catch (IOException
        | CertException
        | OperatorCreationException
        | CertificateException
        | RuntimeException e) {
      // A damaged list is as good as none.
      return Optional.empty();
    }
  }

  /** Complete for this distribution point: not for authorities, attributes or some reasons only. */
  private static boolean about(X509CRLHolder list, X500Name point) {
    Extension extension = list.getExtension(Extension.issuingDistributionPoint);
    if (extension == null) {
      return true;
    }
    IssuingDistributionPoint scope =
        IssuingDistributionPoint.getInstance(extension.getParsedValue());
    boolean whole =
        !scope.onlyContainsCACerts()
            && !scope.onlyContainsAttributeCerts()
            && !scope.isIndirectCRL()
            && scope.getOnlySomeReasons() == null;
    return whole
        && (scope.getDistributionPoint() == null
            || directoryNames(scope.getDistributionPoint()).anyMatch(point::equals));
  }
}
