package jp.ishikari.link.localcloud.idp;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import jp.ishikari.link.localcloud.wire.StateFolder;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/**
 * The parts of one provider: its only client, its keys and what its tokens say.
 *
 * <p>The auto-configurations are named one by one, so that nothing comes in because some engine's
 * library lies on the same class path; above all no default user.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({
  PropertyPlaceholderAutoConfiguration.class,
  ConfigurationPropertiesAutoConfiguration.class,
  TomcatServletWebServerAutoConfiguration.class,
  DispatcherServletAutoConfiguration.class,
  HttpEncodingAutoConfiguration.class,
  WebMvcAutoConfiguration.class,
  SecurityAutoConfiguration.class,
  ServletWebSecurityAutoConfiguration.class,
  SecurityFilterAutoConfiguration.class
})
@Import({ProviderSecurity.class, SignInPages.class, SigningApi.class})
class ProviderConfiguration {

  @Bean
  RegisteredClientRepository clients(ProviderSettings settings) {
    var kind = settings.kind();
    var client =
        RegisteredClient.withId(kind.clientId())
            .clientId(kind.clientId())
            .clientAuthenticationMethod(ClientAuthenticationMethod.PRIVATE_KEY_JWT)
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
            .redirectUri(settings.redirectUri())
            .redirectUri(settings.signingRedirectUri())
            .scopes(scopes -> scopes.addAll(kind.scopes()))
            .clientSettings(
                ClientSettings.builder()
                    .requireProofKey(true)
                    .requireAuthorizationConsent(false)
                    .jwkSetUrl(settings.clientKeys())
                    .tokenEndpointAuthenticationSigningAlgorithm(SignatureAlgorithm.ES256)
                    .build())
            .tokenSettings(
                TokenSettings.builder()
                    .authorizationCodeTimeToLive(Duration.ofMinutes(1))
                    .accessTokenTimeToLive(Duration.ofMinutes(5))
                    .idTokenSignatureAlgorithm(kind.idTokenAlgorithm())
                    .build())
            .build();
    return new InMemoryRegisteredClientRepository(client);
  }

  @Bean
  AuthorizationServerSettings serverSettings(ProviderSettings settings) {
    return AuthorizationServerSettings.builder().issuer(settings.issuer()).build();
  }

  @Bean
  JWKSource<SecurityContext> signingKeys(ProviderSettings settings)
      throws IOException, JOSEException, ParseException {
    return new ImmutableJWKSet<>(SigningKeys.in(settings.folder()));
  }

  @Bean
  JwtDecoder accessTokens(JWKSource<SecurityContext> keys) {
    return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
  }

  /** Nothing is served from files; without a folder of its own Tomcat leaves one at each kill. */
  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> emptyDocumentRoot(
      ProviderSettings settings) throws IOException {
    var empty = StateFolder.create(settings.folder().resolve("tomcat"));
    return factory -> {
      factory.setBaseDirectory(empty.toFile());
      factory.setDocumentRoot(empty.toFile());
    };
  }

  @Bean
  LockOut lockOut() {
    return new LockOut(InstantSource.system());
  }

  @Bean
  OAuth2TokenCustomizer<JwtEncodingContext> idTokenClaims(ProviderSettings settings) {
    return context -> {
      if (!context.getTokenType().getValue().equals(OidcParameterNames.ID_TOKEN)) {
        return;
      }
      var person = settings.people().bySub(context.getPrincipal().getName()).orElseThrow();
      context
          .getClaims()
          .claim("acr", settings.kind().acr())
          .claims(claims -> claims.putAll(person.claims(context.getAuthorizedScopes())));
    };
  }
}
