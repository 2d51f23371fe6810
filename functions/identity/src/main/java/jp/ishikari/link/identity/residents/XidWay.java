package jp.ishikari.link.identity.residents;

import java.util.Optional;
import jp.ishikari.link.blueprint.Setting;
import jp.ishikari.link.edge.Environment;
import jp.ishikari.link.identity.door.Endpoints;
import jp.ishikari.link.identity.door.Provider;

/**
 * xID (tender 4.2). Nothing of its interface is published, so every endpoint, scope and claim is a
 * setting, to be filled in from its documents.
 */
final class XidWay {
  static final String NAME = "xid";
  private static final String NOT_OFFERED = "none";

  private XidWay() {}

  static Optional<SignInWay> of(Environment environment, String callback) {
    String issuer = environment.get(Setting.XID_ISSUER);
    if (issuer.equals(NOT_OFFERED)) {
      return Optional.empty();
    }
    return Optional.of(
        new SignInWay(
            new Provider(
                NAME,
                Endpoints.of(issuer, environment.get(Setting.XID_ENDPOINTS)),
                environment.get(Setting.XID_CLIENT_ID),
                Provider.ClientAuthentication.valueOf(
                    environment.get(Setting.XID_CLIENT_AUTHENTICATION)),
                callback,
                Provider.listed(environment.get(Setting.XID_SCOPES)),
                Provider.algorithms(environment.get(Setting.XID_ALGORITHMS))),
            environment.get(Setting.XID_LABEL),
            environment.get(Setting.XID_HINT),
            environment.get(Setting.XID_VERIFIES).equals("yes"),
            Provider.pairs(environment.get(Setting.XID_CLAIMS))));
  }
}
