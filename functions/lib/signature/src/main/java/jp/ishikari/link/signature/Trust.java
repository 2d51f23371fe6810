package jp.ishikari.link.signature;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;

/**
 * Whom we trust, for what and how far. All of it is configuration, so that another authority
 * (J-LIS's test environment, our own) can be plugged in.
 *
 * @param anchors per purpose its roots and policies; a purpose without an entry trusts nobody
 * @param signedWithin how long before the check a CMS may claim to have been signed
 * @param clockSkew how far in the future it may claim so
 * @param maximumBytes longest encoded signature or certificate that is looked at
 */
public record Trust(
    Map<Purpose, Anchors> anchors, Duration signedWithin, Duration clockSkew, int maximumBytes) {

  /** A detached CMS of the card is about 3 KB, a certificate 2 KB; an order of magnitude above. */
  public static final int USUAL_MAXIMUM_BYTES = 32 * 1024;

  public Trust {
    anchors = Map.copyOf(anchors);
  }

  /** A signing request lives a day; a phone's clock is minutes off at worst. */
  public static Trust of(Map<Purpose, Anchors> anchors) {
    return new Trust(anchors, Duration.ofDays(1), Duration.ofMinutes(5), USUAL_MAXIMUM_BYTES);
  }

  /**
   * The pinned roots of one purpose and the policies its certificates may carry.
   *
   * @param roots self-signed certificates of all generations in use; they share one name
   * @param policies object identifiers, dotted
   */
  public record Anchors(List<X509CertificateHolder> roots, Set<String> policies) {
    /**
     * @throws IllegalArgumentException when a root has no key to check signatures with: a mistake
     *     in the configuration, told before any signature arrives
     */
    public Anchors {
      roots = List.copyOf(roots);
      policies = Set.copyOf(policies);
      roots.forEach(Anchors::tryKey);
    }

    /**
     * @param roots the certificates, DER
     * @throws IllegalArgumentException when one is no certificate: a mistake in the configuration
     */
    public static Anchors of(List<byte[]> roots, Set<String> policies) {
      return new Anchors(roots.stream().map(Anchors::read).toList(), policies);
    }

    private static void tryKey(X509CertificateHolder root) {
      try {
        new JcaContentVerifierProviderBuilder().build(root);
      } catch (CertificateException | OperatorCreationException | RuntimeException e) {
        throw new IllegalArgumentException("a pinned root has no usable key", e);
      }
    }

    private static X509CertificateHolder read(byte[] der) {
      try {
        return new X509CertificateHolder(der);
      } catch (IOException e) {
        throw new IllegalArgumentException("a pinned root is no certificate", e);
      }
    }
  }

  Stream<X509CertificateHolder> roots(Purpose purpose) {
    return Optional.ofNullable(anchors.get(purpose)).stream().flatMap(a -> a.roots().stream());
  }

  Set<String> policies(Purpose purpose) {
    return Optional.ofNullable(anchors.get(purpose)).map(Anchors::policies).orElse(Set.of());
  }
}
