package jp.ishikari.link.local;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.blueprint.Key;
import jp.ishikari.link.blueprint.Setting;
import software.amazon.awssdk.core.SdkBytes;

/** What an operator sets for a payment gateway, for those that are played on this machine. */
record SimulatedGateway(Engines engines) {

  /** Its secrets sealed, as settings hold them. */
  Map<Setting, String> settings(Cloud cloud) {
    Map<Setting, String> settings = new EnumMap<>(Setting.class);
    settings.put(Setting.KOMOJU_ENDPOINT, engines.address("gateway") + "/api/v1");
    settings.put(Setting.KOMOJU_API_KEY, sealed(cloud, "gatewayKey"));
    settings.put(Setting.KOMOJU_NOTICE_SECRET, sealed(cloud, "gatewayNoticeSecret"));
    settings.put(Setting.GMO_ENDPOINT, engines.address("gateway") + "/payment");
    settings.put(Setting.GMO_SHOP_ID, engines.said("gatewayShop"));
    settings.put(Setting.GMO_SHOP_PASSWORD, sealed(cloud, "gatewayShopPassword"));
    settings.put(Setting.GMO_CONFIGURATION, "simulated");
    settings.put(Setting.COLLECTOR, "見本の決済サービス（実際の指定納付受託者ではありません）");
    return settings;
  }

  private String sealed(Cloud cloud, String secret) {
    byte[] bytes = engines.said(secret).getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder()
        .encodeToString(
            cloud
                .keys()
                .encrypt(
                    r ->
                        r.keyId(cloud.environment().nameOf(Key.GATEWAY_SECRETS))
                            .plaintext(SdkBytes.fromByteArray(bytes)))
                .ciphertextBlob()
                .asByteArray());
  }
}
