package jp.ishikari.link.identity.door;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.SubjectType;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where a provider answers: as it publishes it (OpenID Connect Discovery), or as the deployment
 * names it, for one that publishes nothing.
 *
 * @param named authorize, token, userinfo and keys; empty to ask the provider
 */
public record Endpoints(String issuer, Map<String, String> named) {
  private static final String DISCOVERY = "discovery";
  private static final Set<String> NAMES = Set.of("authorize", "token", "userinfo", "keys");

  /**
   * @throws IllegalArgumentException when some are named and some are not
   */
  public Endpoints {
    if (!named.isEmpty() && !named.keySet().equals(NAMES)) {
      throw new IllegalArgumentException("endpoints must be all of " + NAMES);
    }
  }

  public static Endpoints discovered(String issuer) {
    return new Endpoints(issuer, Map.of());
  }

  /** By a setting: the word discovery, or each of them as {@code name=address}. */
  public static Endpoints of(String issuer, String setting) {
    return setting.equals(DISCOVERY)
        ? discovered(issuer)
        : new Endpoints(issuer, Provider.pairs(setting));
  }

  OIDCProviderMetadata metadata(int timeoutMillis) throws IOException, GeneralException {
    if (named.isEmpty()) {
      return OIDCProviderMetadata.resolve(new Issuer(issuer), timeoutMillis, timeoutMillis);
    }
    OIDCProviderMetadata metadata =
        new OIDCProviderMetadata(
            new Issuer(issuer), List.of(SubjectType.PUBLIC), URI.create(named.get("keys")));
    metadata.setAuthorizationEndpointURI(URI.create(named.get("authorize")));
    metadata.setTokenEndpointURI(URI.create(named.get("token")));
    metadata.setUserInfoEndpointURI(URI.create(named.get("userinfo")));
    return metadata;
  }
}
