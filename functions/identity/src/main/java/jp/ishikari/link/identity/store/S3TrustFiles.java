package jp.ishikari.link.identity.store;

import java.util.Optional;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.blueprint.Bucket;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Roots and revocation lists in their bucket: {@code roots/….der}, {@code lists/….crl}. */
public final class S3TrustFiles implements TrustFiles {
  private final Cloud cloud;

  public S3TrustFiles(Cloud cloud) {
    this.cloud = cloud;
  }

  @Override
  public Optional<byte[]> root(String fingerprint) {
    return read(rootKey(fingerprint));
  }

  @Override
  public Optional<byte[]> list(String point) {
    return read(listKey(point));
  }

  /** Where an operator puts a root. */
  private static String rootKey(String fingerprint) {
    return "roots/" + fingerprint + ".der";
  }

  /** Where an operator puts a list. */
  private static String listKey(String point) {
    return "lists/" + point + ".crl";
  }

  /**
   * Lays down the authority of a city without real cards, as an operator does with the real one.
   */
  public void lay(String fingerprint, byte[] root, String point, byte[] list) {
    put(rootKey(fingerprint), root);
    put(listKey(point), list);
  }

  private void put(String key, byte[] der) {
    cloud
        .buckets()
        .putObject(
            r -> r.bucket(cloud.environment().nameOf(Bucket.TRUST)).key(key),
            RequestBody.fromBytes(der));
  }

  private Optional<byte[]> read(String key) {
    try {
      return Optional.of(
          cloud
              .buckets()
              .getObjectAsBytes(r -> r.bucket(cloud.environment().nameOf(Bucket.TRUST)).key(key))
              .asByteArray());
    } catch (NoSuchKeyException absent) {
      return Optional.empty();
    }
  }
}
