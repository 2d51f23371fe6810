package jp.ishikari.link.identity.signing;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jp.ishikari.link.blueprint.Setting;
import jp.ishikari.link.edge.Environment;
import jp.ishikari.link.identity.store.TrustFiles;
import jp.ishikari.link.signature.CrlRevocation;
import jp.ishikari.link.signature.Purpose;
import jp.ishikari.link.signature.Revocation;
import jp.ishikari.link.signature.SignatureVerifier;
import jp.ishikari.link.signature.Trust;
import org.bouncycastle.asn1.x500.X500Name;

/**
 * The verifier as operators set it: roots are pinned by fingerprint, so that whoever could change
 * the files could still not bring in a root of their own. Made when the first signature comes.
 */
public final class SigningTrust implements Supplier<SignatureVerifier> {
  private final Environment environment;
  private final TrustFiles files;
  private volatile SignatureVerifier verifier;

  public SigningTrust(Environment environment, TrustFiles files) {
    this.environment = environment;
    this.files = files;
  }

  /**
   * @throws IllegalStateException when a pinned root is not there or is another one: nothing can be
   *     verified until an operator has put it right
   */
  @Override
  public SignatureVerifier get() {
    SignatureVerifier known = verifier;
    if (known == null) {
      Trust.Anchors anchors =
          Trust.Anchors.of(
              listed(Setting.SIGNATURE_ROOTS).stream().map(this::root).toList(),
              listed(Setting.SIGNATURE_POLICIES));
      known = new SignatureVerifier(Trust.of(Map.of(Purpose.SIGNATURE, anchors)), revocation());
      verifier = known;
    }
    return known;
  }

  private byte[] root(String fingerprint) {
    byte[] der =
        files
            .root(fingerprint)
            .orElseThrow(() -> new IllegalStateException("no root " + fingerprint));
    if (!sha256(der).equals(fingerprint)) {
      throw new IllegalStateException("another root lies under " + fingerprint);
    }
    return der;
  }

  private Revocation revocation() {
    return switch (environment.get(Setting.SIGNATURE_REVOCATION)) {
      case "LISTS" -> new CrlRevocation(point -> files.list(nameOf(point)));
      case "NOT_ASKED" -> Revocation.NOT_ASKED;
      default -> throw new IllegalStateException("SIGNATURE_REVOCATION: LISTS or NOT_ASKED");
    };
  }

  /** What the list of a distribution point is called. */
  public static String nameOf(X500Name point) {
    try {
      return sha256(point.getEncoded());
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private Set<String> listed(Setting setting) {
    return Arrays.stream(environment.get(setting).split(","))
        .map(String::strip)
        .filter(one -> !one.isEmpty())
        .collect(Collectors.toSet());
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
