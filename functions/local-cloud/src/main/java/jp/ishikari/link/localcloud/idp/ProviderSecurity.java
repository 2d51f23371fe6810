package jp.ishikari.link.localcloud.idp;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OidcConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.server.authorization.authentication.JwtClientAssertionAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.JwtClientAssertionDecoderFactory;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcUserInfoAuthenticationContext;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.web.util.UriComponentsBuilder;

/** Who may ask what: the protocol's endpoints first, the sign-in page behind them. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class ProviderSecurity {

  @Bean
  @Order(1)
  SecurityFilterChain protocol(HttpSecurity http, ProviderSettings settings) {
    var server = new OAuth2AuthorizationServerConfigurer();
    return http.securityMatcher(server.getEndpointsMatcher())
        .with(
            server,
            own ->
                own.oidc(oidc -> oidc(oidc, settings))
                    .authorizationEndpoint(
                        endpoint ->
                            endpoint.authorizationResponseHandler(ProviderSecurity::handOutCode))
                    .clientAuthentication(
                        clients ->
                            clients.authenticationProviders(
                                all -> all.forEach(ProviderSecurity::acceptAssertionsOnce))))
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .exceptionHandling(
            failures ->
                failures.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")))
        .oauth2ResourceServer(resource -> resource.jwt(Customizer.withDefaults()))
        .build();
  }

  /** What the client asks with a token, and what anybody may know of the authority. */
  @Bean
  @Order(2)
  SecurityFilterChain signing(HttpSecurity http) {
    return http.securityMatcher(SigningApi.TRANSACTIONS + "/**", SigningApi.AUTHORITY + "/**")
        .csrf(csrf -> csrf.disable())
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(SigningApi.AUTHORITY + "/**")
                    .permitAll()
                    .anyRequest()
                    .hasAuthority("SCOPE_" + SigningDesk.SCOPE))
        .oauth2ResourceServer(resource -> resource.jwt(Customizer.withDefaults()))
        .build();
  }

  @Bean
  @Order(3)
  SecurityFilterChain pages(
      HttpSecurity http, ProviderSettings settings, LockOut lockOut, SigningDesk desk) {
    // A POST to the sign-in page ends at the client's callback: browsers hold form-action to
    // redirects as well.
    var policy =
        "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none';"
            + " form-action 'self' "
            + settings.clientOrigin();
    return http
        // Not authenticationProvider(): a refusal there would go on to a parent manager.
        .authenticationManager(
            new ProviderManager(new SecretCheck(settings.people(), lockOut, desk)))
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers("/", "/login", "/cancel", "/idp.css", "/error")
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .formLogin(
            form ->
                form.loginPage("/login")
                    .authenticationDetailsSource(desk::attempt)
                    .failureHandler(ProviderSecurity::askAgain))
        .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(policy)))
        .build();
  }

  private static void oidc(OidcConfigurer oidc, ProviderSettings settings) {
    oidc.userInfoEndpoint(userInfo -> userInfo.userInfoMapper(asked -> claims(asked, settings)))
        .providerConfigurationEndpoint(
            discovery ->
                discovery.providerConfigurationCustomizer(
                    document ->
                        document
                            .idTokenSigningAlgorithms(
                                algorithms -> {
                                  algorithms.clear();
                                  algorithms.add(settings.kind().idTokenAlgorithm().getName());
                                })
                            .scopes(
                                scopes -> {
                                  scopes.clear();
                                  scopes.addAll(settings.kind().scopes());
                                })
                            .subjectTypes(
                                types -> {
                                  types.clear();
                                  types.add(settings.kind().subjectType());
                                })
                            .claim("acr_values_supported", List.of(settings.kind().acr()))));
  }

  private static OidcUserInfo claims(
      OidcUserInfoAuthenticationContext asked, ProviderSettings settings) {
    var authorization = asked.getAuthorization();
    var person = settings.people().bySub(authorization.getPrincipalName()).orElseThrow();
    var claims = new LinkedHashMap<String, Object>();
    claims.put("sub", person.sub());
    claims.putAll(person.claims(authorization.getAuthorizedScopes()));
    return new OidcUserInfo(claims);
  }

  private static void acceptAssertionsOnce(AuthenticationProvider provider) {
    if (provider instanceof JwtClientAssertionAuthenticationProvider assertions) {
      var once = new AssertionOnce(InstantSource.system());
      var decoders = new JwtClientAssertionDecoderFactory();
      decoders.setJwtValidatorFactory(
          client ->
              new DelegatingOAuth2TokenValidator<>(
                  JwtClientAssertionDecoderFactory.DEFAULT_JWT_VALIDATOR_FACTORY.apply(client),
                  once));
      assertions.setJwtDecoderFactory(decoders);
    }
  }

  /** Sends the code to the client and forgets the person, so that the next sign-in asks again. */
  private static void handOutCode(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws IOException {
    var granted = (OAuth2AuthorizationCodeRequestAuthenticationToken) authentication;
    var session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    var location =
        UriComponentsBuilder.fromUriString(granted.getRedirectUri()).queryParam("code", "{code}");
    if (granted.getState() != null) {
      location.queryParam("state", "{state}");
    }
    var values = new LinkedHashMap<String, Object>();
    values.put("code", granted.getAuthorizationCode().getTokenValue());
    values.put("state", granted.getState());
    response.sendRedirect(location.encode().buildAndExpand(values).toUriString());
  }

  private static void askAgain(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    response.sendRedirect(
        failure instanceof LockedException ? "/login?problem=locked" : "/login?problem=wrong");
  }
}
