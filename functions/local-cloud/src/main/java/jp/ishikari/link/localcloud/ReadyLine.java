package jp.ishikari.link.localcloud;

import java.util.LinkedHashMap;
import jp.ishikari.link.localcloud.Settings.Port;
import jp.ishikari.link.localcloud.idp.IdentityProvider;
import jp.ishikari.link.localcloud.pay.Gateway;
import jp.ishikari.link.localcloud.wire.Json;

/** The one line on standard output that says where every engine answers. */
final class ReadyLine {
  private ReadyLine() {}

  /**
   * @param millis time from the start of main until all engines answered
   */
  static String of(Settings settings, long millis) {
    var line = new LinkedHashMap<String, Object>();
    line.put("ready", true);
    line.put("startMillis", millis);
    line.put("pid", ProcessHandle.current().pid());
    line.put("region", settings.region());
    line.put("account", Settings.ACCOUNT);
    line.put(
        "dynamodb",
        settings.dynamoDbEndpoint().map(Object::toString).orElse(at(settings, Port.DYNAMODB)));
    line.put("sqs", at(settings, Port.SQS));
    line.put("s3", at(settings, Port.S3));
    line.put("sns", at(settings, Port.SNS));
    line.put("mail", at(settings, Port.MAIL));
    line.put("kms", at(settings, Port.KMS));
    line.put("staffIdp", at(settings, Port.STAFF_IDP));
    line.put("residentIdp", at(settings, Port.RESIDENT_IDP));
    line.put("xidIdp", at(settings, Port.XID_IDP));
    line.put("gateway", at(settings, Port.GATEWAY));
    line.put("gatewayKey", Gateway.KEY);
    line.put("gatewayNoticeSecret", Gateway.NOTICE_SECRET);
    line.put("gatewayShop", Gateway.SHOP);
    line.put("gatewayShopPassword", Gateway.SHOP_PASSWORD);
    line.put("cardAuthority", IdentityProvider.authority(settings).toString());
    return Json.write(line);
  }

  private static String at(Settings settings, Port port) {
    return "http://127.0.0.1:" + settings.port(port);
  }
}
