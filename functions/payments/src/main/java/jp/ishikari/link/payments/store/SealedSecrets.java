package jp.ishikari.link.payments.store;

import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.blueprint.Key;
import jp.ishikari.link.blueprint.Setting;
import software.amazon.awssdk.core.SdkBytes;

/**
 * What gateways know us by. The environment holds it sealed; it is opened when it is first needed,
 * so that no image of a function holds it open.
 */
public final class SealedSecrets {
  private final Cloud cloud;
  private final Map<Setting, String> opened = new ConcurrentHashMap<>();

  public SealedSecrets(Cloud cloud) {
    this.cloud = cloud;
  }

  public String of(Setting setting) {
    return opened.computeIfAbsent(setting, this::open);
  }

  private String open(Setting setting) {
    byte[] sealed = Base64.getDecoder().decode(cloud.environment().get(setting));
    return cloud
        .keys()
        .decrypt(
            r ->
                r.keyId(cloud.environment().nameOf(Key.GATEWAY_SECRETS))
                    .ciphertextBlob(SdkBytes.fromByteArray(sealed)))
        .plaintext()
        .asUtf8String();
  }
}
