package jp.ishikari.link.aws;

import jp.ishikari.link.blueprint.Key;
import jp.ishikari.link.domain.BlindIndex;
import jp.ishikari.link.domain.identity.IdentityKeys;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.MessageType;
import software.amazon.awssdk.services.kms.model.SigningAlgorithmSpec;

/** Identity's secrets in KMS. */
public final class KmsIdentityKeys implements IdentityKeys {
  private final KmsClient keys;
  private final String signingKey;
  private final BlindIndex blind;

  public KmsIdentityKeys(Cloud cloud) {
    this.keys = cloud.keys();
    this.signingKey = cloud.environment().nameOf(Key.CLIENT_ASSERTION);
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
                r.keyId(signingKey)
                    .messageType(MessageType.RAW)
                    .message(SdkBytes.fromByteArray(message))
                    .signingAlgorithm(SigningAlgorithmSpec.ECDSA_SHA_256))
        .signature()
        .asByteArray();
  }

  @Override
  public byte[] publicKey() {
    return keys.getPublicKey(r -> r.keyId(signingKey)).publicKey().asByteArray();
  }
}
