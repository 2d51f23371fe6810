package jp.ishikari.link.identity.residents;

import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.blueprint.Setting;
import jp.ishikari.link.edge.Environment;
import jp.ishikari.link.identity.door.Endpoints;
import jp.ishikari.link.identity.door.Provider;

/** デジタル認証アプリ: the My Number card, read by a phone (documents of デジタル庁, 認証API). */
public final class CardWay {
  /** What identities of it are stored under. */
  public static final String NAME = "card";

  private CardWay() {}

  public static SignInWay of(Environment environment, String callback) {
    return new SignInWay(
        new Provider(
            NAME,
            Endpoints.discovered(environment.get(Setting.CARD_ISSUER)),
            environment.get(Setting.CARD_CLIENT_ID),
            Provider.ClientAuthentication.PRIVATE_KEY_JWT,
            callback,
            Provider.listed(environment.get(Setting.CARD_SCOPES)),
            Provider.algorithms(environment.get(Setting.CARD_ALGORITHMS))),
        "マイナンバーカード",
        "マイナンバーカードと、暗証番号（数字4桁）を使います。",
        true,
        Provider.pairs(environment.get(Setting.CARD_CLAIMS)));
  }

  /** The same provider and client for 署名API, which answers another address of ours. */
  public static Provider signing(Environment environment) {
    Provider signIn = of(environment, "").provider();
    return new Provider(
        NAME,
        signIn.endpoints(),
        signIn.clientId(),
        signIn.authentication(),
        environment.get(Setting.PUBLIC_ORIGIN) + Route.FINISH_SIGNING.path(),
        Provider.listed(environment.get(Setting.SIGNING_SCOPES)),
        signIn.algorithms());
  }
}
