package jp.ishikari.link.identity.store;

import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.blueprint.Key;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.MessageType;
import software.amazon.awssdk.services.kms.model.SigningAlgorithmSpec;

/** A client's key in KMS: one for the providers of residents, one for that of staff. */
public final class KmsClientKey implements ClientKey {
  private final KmsClient keys;
  private final String keyId;

  private KmsClientKey(Cloud cloud, Key key) {
    this.keys = cloud.keys();
    this.keyId = cloud.environment().nameOf(key);
  }

  public static KmsClientKey ofResidents(Cloud cloud) {
    return new KmsClientKey(cloud, Key.RESIDENT_CLIENT);
  }

  public static KmsClientKey ofStaff(Cloud cloud) {
    return new KmsClientKey(cloud, Key.STAFF_CLIENT);
  }

  @Override
  public byte[] signEs256(byte[] message) {
    return keys.sign(
            r ->
                r.keyId(keyId)
                    .messageType(MessageType.RAW)
                    .message(SdkBytes.fromByteArray(message))
                    .signingAlgorithm(SigningAlgorithmSpec.ECDSA_SHA_256))
        .signature()
        .asByteArray();
  }

  @Override
  public byte[] publicKey() {
    return keys.getPublicKey(r -> r.keyId(keyId)).publicKey().asByteArray();
  }
}
