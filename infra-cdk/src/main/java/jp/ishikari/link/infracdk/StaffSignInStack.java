package jp.ishikari.link.infracdk;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import jp.ishikari.link.blueprint.Api;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Route;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cognito.AttributeMapping;
import software.amazon.awscdk.services.cognito.AuthFlow;
import software.amazon.awscdk.services.cognito.CognitoDomainOptions;
import software.amazon.awscdk.services.cognito.FeaturePlan;
import software.amazon.awscdk.services.cognito.OAuthFlows;
import software.amazon.awscdk.services.cognito.OAuthScope;
import software.amazon.awscdk.services.cognito.OAuthSettings;
import software.amazon.awscdk.services.cognito.ProviderAttribute;
import software.amazon.awscdk.services.cognito.SignInAliases;
import software.amazon.awscdk.services.cognito.SigningAlgorithm;
import software.amazon.awscdk.services.cognito.UserPool;
import software.amazon.awscdk.services.cognito.UserPoolClient;
import software.amazon.awscdk.services.cognito.UserPoolClientIdentityProvider;
import software.amazon.awscdk.services.cognito.UserPoolDomain;
import software.amazon.awscdk.services.cognito.UserPoolIdentityProviderSaml;
import software.constructs.Construct;

/**
 * Turns the city's SAML into OpenID Connect for {@code identity}: one pool per region. Nothing is
 * kept in it that matters: who the staff are, what they may and their one-time codes are ours, and
 * Osaka's pool knows the same people as soon as they sign in there (docs/adr/0015-staff-saml.md).
 */
final class StaffSignInStack extends Stack {
  static final String PART = "staff-sign-in";

  /** The claim that carries the city's account: pools number people each in their own way. */
  static final String ACCOUNT_CLAIM = "preferred_username";

  private static final String PROVIDER = "city";
  private static final int MINUTES = 5;

  StaffSignInStack(Construct scope, Place place) {
    super(scope, Stacks.id(place.region(), PART), Stacks.stateful(place, PART));
    UserPool pool =
        UserPool.Builder.create(this, "Pool")
            .userPoolName(Names.CITY + "-staff")
            .selfSignUpEnabled(false)
            .signInAliases(SignInAliases.builder().username(true).build())
            .featurePlan(FeaturePlan.ESSENTIALS)
            .deletionProtection(true)
            .removalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE)
            .build();
    // A replaced pool is another issuer: nobody could sign in until the settings name it.
    ((CfnResource) pool.getNode().getDefaultChild()).overrideLogicalId("StaffPool");
    CitySettings settings = place.settings();
    UserPoolIdentityProviderSaml city =
        UserPoolIdentityProviderSaml.Builder.create(this, "Saml")
            .userPool(pool)
            .name(PROVIDER)
            .metadata(settings.staffSaml())
            .idpSignout(false)
            .idpInitiated(false)
            .requestSigningAlgorithm(SigningAlgorithm.RSA_SHA256)
            .attributeMapping(
                AttributeMapping.builder()
                    .preferredUsername(ProviderAttribute.other(settings.staffSamlAccount()))
                    .build())
            .build();
    UserPoolClient client =
        UserPoolClient.Builder.create(this, "Client")
            .userPool(pool)
            .userPoolClientName(Names.CITY)
            // No secret to keep and rotate: PKCE binds a code to who asked for it.
            .generateSecret(false)
            .authFlows(AuthFlow.builder().build())
            .oAuth(
                OAuthSettings.builder()
                    .flows(OAuthFlows.builder().authorizationCodeGrant(true).build())
                    // Not aws.cognito.signin.user.admin: nobody may change their own account.
                    .scopes(List.of(OAuthScope.OPENID, OAuthScope.PROFILE))
                    .callbackUrls(
                        List.of(settings.origin(Api.STAFF) + Route.FINISH_STAFF_SIGN_IN.path()))
                    .build())
            .supportedIdentityProviders(
                List.of(UserPoolClientIdentityProvider.custom(city.getProviderName())))
            .preventUserExistenceErrors(true)
            .enableTokenRevocation(true)
            .accessTokenValidity(Duration.minutes(MINUTES))
            .idTokenValidity(Duration.minutes(MINUTES))
            .refreshTokenValidity(Duration.hours(1))
            .build();
    client.getNode().addDependency(city);
    UserPoolDomain.Builder.create(this, "Domain")
        .userPool(pool)
        .cognitoDomain(CognitoDomainOptions.builder().domainPrefix(domain(settings)).build())
        .build();
    ImmutableMap.of(Made.POOL, pool.getUserPoolId(), Made.CLIENT, client.getUserPoolClientId())
        .forEach(
            (name, value) ->
                software.amazon.awscdk.CfnOutput.Builder.create(this, name).value(value).build());
  }

  /** What the hosts of the pools begin with; unique in the world. */
  static String domain(CitySettings settings) {
    return Names.CITY + "-staff-" + settings.account();
  }
}
