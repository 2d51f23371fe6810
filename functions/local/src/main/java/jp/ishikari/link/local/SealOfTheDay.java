package jp.ishikari.link.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.blueprint.Key;
import jp.ishikari.link.testauthority.SealAuthority;

/**
 * The certificate for the key that seals documents, by an authority that nobody knows and that is
 * another one with each start: what is sealed here is whole, and nobody's.
 */
final class SealOfTheDay {
  private SealOfTheDay() {}

  /** As the setting has it. */
  static String of(Cloud cloud) {
    byte[] publicKey =
        cloud
            .keys()
            .getPublicKey(r -> r.keyId(cloud.environment().nameOf(Key.DOCUMENT_SEAL)))
            .publicKey()
            .asByteArray();
    try {
      return Base64.getEncoder()
          .encodeToString(
              new SealAuthority(Instant.now().minus(Duration.ofDays(1)))
                  .certify(publicKey)
                  .getEncoded());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
