package jp.ishikari.link.identity.store;

import java.util.Optional;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.aws.KmsBlindIndex;
import jp.ishikari.link.blueprint.Key;
import jp.ishikari.link.domain.BlindIndex;
import jp.ishikari.link.edge.Environment;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.EncryptionAlgorithmSpec;
import software.amazon.awssdk.services.kms.model.InvalidCiphertextException;
import software.amazon.awssdk.services.kms.model.MessageType;
import software.amazon.awssdk.services.kms.model.SigningAlgorithmSpec;

/** Identity's secrets in KMS. */
public final class KmsIdentityKeys implements IdentityKeys {
  private final KmsClient keys;
  private final Environment environment;
  private final BlindIndex blind;

  public KmsIdentityKeys(Cloud cloud) {
    this.keys = cloud.keys();
    this.environment = cloud.environment();
    this.blind = new KmsBlindIndex(cloud);
  }

  @Override
  public String identityOf(String provider, String subject) {
    return blind.term(provider, BlindIndex.Kind.SUBJECT, subject);
  }

  @Override
  public byte[] signEs256(byte[] message) {
    return keys.sign(
            r ->
                r.keyId(environment.nameOf(Key.CLIENT_ASSERTION))
                    .messageType(MessageType.RAW)
                    .message(SdkBytes.fromByteArray(message))
                    .signingAlgorithm(SigningAlgorithmSpec.ECDSA_SHA_256))
        .signature()
        .asByteArray();
  }

  @Override
  public byte[] publicKey() {
    return publicKey(Key.CLIENT_ASSERTION);
  }

  @Override
  public String markOf(String issuer, String serial) {
    return blind.term("certificate", BlindIndex.Kind.SUBJECT, issuer + "\n" + serial);
  }

  @Override
  public byte[] resultKey() {
    return publicKey(Key.SIGNING_RESULTS);
  }

  @Override
  public Optional<byte[]> openContentKey(byte[] encrypted) {
    try {
      return Optional.of(
          keys.decrypt(
                  r ->
                      r.keyId(environment.nameOf(Key.SIGNING_RESULTS))
                          .ciphertextBlob(SdkBytes.fromByteArray(encrypted))
                          .encryptionAlgorithm(EncryptionAlgorithmSpec.RSAES_OAEP_SHA_256))
              .plaintext()
              .asByteArray());
    } catch (InvalidCiphertextException notForUs) {
      return Optional.empty();
    }
  }

  private byte[] publicKey(Key key) {
    return keys.getPublicKey(r -> r.keyId(environment.nameOf(key))).publicKey().asByteArray();
  }
}
