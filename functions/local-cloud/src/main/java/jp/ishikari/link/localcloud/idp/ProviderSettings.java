package jp.ishikari.link.localcloud.idp;

import java.net.URI;
import java.nio.file.Path;
import jp.ishikari.link.localcloud.Settings;

/**
 * One provider on this machine.
 *
 * @param clientOrigin origin of its only client
 * @param folder where its signing keys lie
 */
record ProviderSettings(ProviderKind kind, int port, URI clientOrigin, Path folder, People people) {

  static ProviderSettings of(ProviderKind kind, Settings settings, People people) {
    return new ProviderSettings(
        kind,
        settings.port(kind.port()),
        switch (kind) {
          case STAFF -> settings.staffOrigin();
          case RESIDENT, XID -> settings.portalOrigin();
        },
        settings.data().resolve(kind.cookie()),
        people);
  }

  String issuer() {
    return "http://127.0.0.1:" + port;
  }

  String redirectUri() {
    return clientOrigin + "/api/sign-in/" + kind.callback() + "/callback";
  }

  /** Where the client takes back who has signed. */
  String signingRedirectUri() {
    return clientOrigin + "/api/signing/callback";
  }

  String clientKeys() {
    return clientOrigin + "/api/sign-in/keys";
  }
}
