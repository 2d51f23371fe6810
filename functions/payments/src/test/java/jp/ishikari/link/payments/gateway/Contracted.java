package jp.ishikari.link.payments.gateway;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import jp.ishikari.link.blueprint.Key;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.blueprint.Setting;
import jp.ishikari.link.edge.Proof;
import jp.ishikari.link.testkit.GatewayCall;
import jp.ishikari.link.testkit.TestCloud;
import software.amazon.awssdk.core.SdkBytes;
import tools.jackson.databind.JsonNode;

/** Each gateway that the city can have a contract with: a row of the contract that all keep. */
public enum Contracted {
  KOMOJU(true, true, true) {
    @Override
    PaymentGateway at(TestCloud cloud, InstantSource clock) {
      return new Komoju(
          URI.create(cloud.said("gateway") + "/api/v1"),
          () -> cloud.said("gatewayKey"),
          METHODS,
          clock,
          PATIENCE);
    }

    @Override
    Proof proof(TestCloud cloud) {
      return new KomojuSignature(() -> cloud.said("gatewayNoticeSecret"));
    }

    @Override
    public TestCloud set(TestCloud cloud) {
      return cloud
          .with(Setting.KOMOJU_ENDPOINT, cloud.said("gateway") + "/api/v1")
          .with(Setting.KOMOJU_API_KEY, sealed(cloud, "gatewayKey"))
          .with(Setting.KOMOJU_NOTICE_SECRET, sealed(cloud, "gatewayNoticeSecret"));
    }

    @Override
    public GatewayCall notice(JsonNode told) {
      return GatewayCall.of(Route.HEAR_KOMOJU)
          .header("X-Komoju-Signature", told.get("signature").stringValue())
          .body(told.get("body").stringValue());
    }

    @Override
    String otherShop(TestCloud cloud, String notice) {
      return notice;
    }
  },

  GMO(false, false, false) {
    @Override
    PaymentGateway at(TestCloud cloud, InstantSource clock) {
      return new GmoLinkPlus(
          URI.create(cloud.said("gateway") + "/payment"),
          new GmoLinkPlus.Contract(
              cloud.said("gatewayShop"),
              () -> cloud.said("gatewayShopPassword"),
              "simulated",
              Duration.ofHours(1)),
          METHODS,
          clock,
          PATIENCE);
    }

    @Override
    Proof proof(TestCloud cloud) {
      return new GmoNotice(cloud.said("gatewayShop"));
    }

    @Override
    public TestCloud set(TestCloud cloud) {
      return cloud
          .with(Setting.GMO_ENDPOINT, cloud.said("gateway") + "/payment")
          .with(Setting.GMO_SHOP_ID, cloud.said("gatewayShop"))
          .with(Setting.GMO_SHOP_PASSWORD, sealed(cloud, "gatewayShopPassword"))
          .with(Setting.GMO_CONFIGURATION, "simulated");
    }

    @Override
    public GatewayCall notice(JsonNode told) {
      return GatewayCall.of(Route.HEAR_GMO).body(told.get("body").stringValue());
    }

    @Override
    String otherShop(TestCloud cloud, String notice) {
      return notice.replace(cloud.said("gatewayShop"), "tshop99999999");
    }
  };

  static final List<String> METHODS = List.of("credit_card", "konbini", "paypay");

  /** Less than the simulator takes when it is slow. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final boolean signs;
  private final boolean refundsTakeDays;
  private final boolean tellsOfChargeBacks;

  /**
   * @param signs whether its notices are signed, so that one of somebody else's is told apart
   * @param refundsTakeDays whether it takes a refund on before it has given it back
   * @param tellsOfChargeBacks whether it says of money that went back that it was one
   */
  Contracted(boolean signs, boolean refundsTakeDays, boolean tellsOfChargeBacks) {
    this.signs = signs;
    this.refundsTakeDays = refundsTakeDays;
    this.tellsOfChargeBacks = tellsOfChargeBacks;
  }

  private static String sealed(TestCloud cloud, String secret) {
    return Base64.getEncoder()
        .encodeToString(
            cloud
                .keys()
                .encrypt(
                    r ->
                        r.keyId(cloud.environment().nameOf(Key.GATEWAY_SECRETS))
                            .plaintext(
                                SdkBytes.fromString(cloud.said(secret), StandardCharsets.UTF_8)))
                .ciphertextBlob()
                .asByteArray());
  }

  boolean signs() {
    return signs;
  }

  boolean tellsOfChargeBacks() {
    return tellsOfChargeBacks;
  }

  boolean refundsTakeDays() {
    return refundsTakeDays;
  }

  /** A city hall that has a contract with it. */
  public abstract TestCloud set(TestCloud cloud);

  /** What it told, as it sends it. */
  public abstract GatewayCall notice(JsonNode told);

  abstract PaymentGateway at(TestCloud cloud, InstantSource clock);

  abstract Proof proof(TestCloud cloud);

  /** A notice as somebody would send it who does not know us. */
  abstract String otherShop(TestCloud cloud, String notice);
}
