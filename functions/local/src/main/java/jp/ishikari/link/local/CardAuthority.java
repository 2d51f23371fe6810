package jp.ishikari.link.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.blueprint.Key;
import jp.ishikari.link.blueprint.Setting;
import jp.ishikari.link.identity.store.S3TrustFiles;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.model.EncryptionAlgorithmSpec;

/**
 * The authority of the simulated cards, laid down for the verifier as an operator does with the
 * real one. It is another one each time the engines start.
 */
record CardAuthority(URI provider, byte[] root, String point, byte[] list) {
  /** Policy of 署名用電子証明書 in J-LIS's test environment. */
  private static final String POLICY = "1.2.392.200149.8.5.1.0.20";

  static CardAuthority of(Engines engines) throws IOException {
    Path given = engines.cardAuthority();
    return new CardAuthority(
        engines.address("residentIdp"),
        Files.readAllBytes(given.resolve("root")),
        Files.readString(given.resolve("point")),
        Files.readAllBytes(given.resolve("list")));
  }

  Map<Setting, String> settings() {
    return Map.of(
        Setting.SIGNING_TRANSACTIONS,
        provider.resolve("/api/sign-transactions").toString(),
        Setting.SIGNATURE_ROOTS,
        fingerprint(),
        Setting.SIGNATURE_POLICIES,
        POLICY,
        Setting.SIGNATURE_REVOCATION,
        "LISTS",
        Setting.SIGNATURE_EVIDENCE,
        "CERTIFICATE");
  }

  void layDown(Cloud cloud) {
    new S3TrustFiles(cloud).lay(fingerprint(), root, point, list);
    // The engine makes a key when it is first used, and only this use tells it of which kind.
    cloud
        .keys()
        .encrypt(
            r ->
                r.keyId(cloud.environment().nameOf(Key.SIGNING_RESULTS))
                    .plaintext(SdkBytes.fromByteArray(new byte[] {1}))
                    .encryptionAlgorithm(EncryptionAlgorithmSpec.RSAES_OAEP_SHA_256));
  }

  private String fingerprint() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(root));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
