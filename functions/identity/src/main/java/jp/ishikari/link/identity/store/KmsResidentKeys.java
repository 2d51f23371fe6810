package jp.ishikari.link.identity.store;

import java.util.Optional;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.aws.KmsMac;
import jp.ishikari.link.blueprint.Key;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.EncryptionAlgorithmSpec;
import software.amazon.awssdk.services.kms.model.InvalidCiphertextException;

/** The keys of residents in KMS. */
public final class KmsResidentKeys implements ResidentKeys {
  private final KmsClient keys;
  private final KmsMac identities;
  private final KmsMac mailCodes;
  private final KmsMac certificates;
  private final String results;

  public KmsResidentKeys(Cloud cloud) {
    this.keys = cloud.keys();
    this.identities = new KmsMac(cloud, Key.RESIDENT_IDENTITIES);
    this.mailCodes = new KmsMac(cloud, Key.MAIL_CODES);
    this.certificates = new KmsMac(cloud, Key.CERTIFICATE_MARKS);
    this.results = cloud.environment().nameOf(Key.SIGNING_RESULTS);
  }

  @Override
  public String identityOf(String provider, String subject) {
    return provider + "#" + identities.hash(provider, subject);
  }

  @Override
  public String mailCode(String browser, String code) {
    return mailCodes.hash(browser, code);
  }

  @Override
  public String markOf(String issuer, String serial) {
    return certificates.hash(issuer, serial);
  }

  @Override
  public byte[] resultKey() {
    return keys.getPublicKey(r -> r.keyId(results)).publicKey().asByteArray();
  }

  @Override
  public Optional<byte[]> openContentKey(byte[] encrypted) {
    try {
      return Optional.of(
          keys.decrypt(
                  r ->
                      r.keyId(results)
                          .ciphertextBlob(SdkBytes.fromByteArray(encrypted))
                          .encryptionAlgorithm(EncryptionAlgorithmSpec.RSAES_OAEP_SHA_256))
              .plaintext()
              .asByteArray());
    } catch (InvalidCiphertextException notForUs) {
      return Optional.empty();
    }
  }
}
