package jp.ishikari.link.infracdk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import jp.ishikari.link.blueprint.Api;
import jp.ishikari.link.blueprint.Bucket;
import jp.ishikari.link.blueprint.Key;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.blueprint.Setting;

/** What only people can do for a deployment, with the names that they will be asked for. */
final class HandWork {
  private HandWork() {}

  /** Names on the certificate of a region: every host that answers there itself. */
  static List<String> namesIn(Place place) {
    return Arrays.stream(Api.values()).map(place::apiHost).toList();
  }

  static List<String> of(CitySettings settings) {
    List<String> work = new ArrayList<>();
    work.add("Route 53：ゾーン %s(%s)を市のドメインから委任する".formatted(settings.zoneName(), settings.zoneId()));
    for (CityRegion region : CityRegion.values()) {
      work.add(
          "証明書(%s)の名前：%s"
              .formatted(region.code(), String.join("、", namesIn(new Place(region, settings)))));
    }
    work.add("証明書(us-east-1、エッジ用)の名前：" + settings.host(Api.RESIDENT));
    work.add("警報の宛先 %s に届く確認メールを、地域ごとに承認する".formatted(settings.alarmMail()));
    for (CityRegion region : CityRegion.values()) {
      work.add("SES(%s)：送信制限の解除を申請する".formatted(region.code()));
      work.add(
          "Lambda(%s)：同時実行数の上限が %d 以上あることを確かめ、足りなければ申請する"
              .formatted(region.code(), FunctionShape.OF_THE_ACCOUNT));
    }
    work.add(
        "署名の信頼点：証明書と失効情報を置き場 %s に置く(docs/runbooks/signature-trust.md)"
            .formatted(new Place(CityRegion.TOKYO, settings).bucketName(Bucket.TRUST)));
    Place tokyo = new Place(CityRegion.TOKYO, settings);
    Stream.of(Key.RESIDENT_CLIENT, Key.SIGNING_RESULTS)
        .forEach(
            key ->
                work.add(
                    "マイナンバーカードの認証の事業者に公開鍵を登録する：%s(%s)"
                        .formatted(tokyo.keyAlias(key), settings.keyId(key))));
    work.add(
        "文書に付ける市の電子署名：公開鍵 %s(%s)の証明書を受け、setting.SEAL_CERTIFICATE に書いて配備する(docs/runbooks/document-seal.md)"
            .formatted(tokyo.keyAlias(Key.DOCUMENT_SEAL), settings.keyId(Key.DOCUMENT_SEAL)));
    if (settings.staffSamlMetadata() == null) {
      work.add(
          "市の認証基盤に公開鍵 %s(%s)と戻り先 %s を登録する"
              .formatted(
                  tokyo.keyAlias(Key.STAFF_CLIENT),
                  settings.keyId(Key.STAFF_CLIENT),
                  settings.origin(Api.STAFF) + Route.FINISH_STAFF_SIGN_IN.path()));
    } else {
      for (CityRegion region : CityRegion.values()) {
        work.add("市の認証基盤(%s)に登録する：%s".formatted(region.code(), samlEnds(settings, region)));
      }
    }
    work.add("連携先：コンソールの「連携先」で登録し、秘密の値を相手に安全に渡す(%s)".formatted(settings.origin(Api.PARTNER)));
    if (settings
        .valueOf(Setting.FIRST_ADMINISTRATOR, CityRegion.TOKYO)
        .equals(Setting.FIRST_ADMINISTRATOR.fallback())) {
      work.add("はじめの管理者：setting.FIRST_ADMINISTRATOR に職員アカウントを書いて配備し、すぐにログインする");
    } else {
      work.add("はじめの管理者がすぐにログインし、利用者管理者とシステム管理者を登録する。済んだら設定を消して配備し直す");
    }
    if (!settings.isProtected()) {
      work.add("すべて出来たら protected=yes にしてもう一度配備する");
    }
    return work;
  }

  private static String samlEnds(CitySettings settings, CityRegion region) {
    return "ACS https://%s.auth.%s.amazoncognito.com/saml2/idpresponse、発行先 urn:amazon:cognito:sp:%s"
        .formatted(StaffSignInStack.domain(settings), region.code(), settings.staffPool(region));
  }
}
