package jp.ishikari.link.infracdk;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import jp.ishikari.link.blueprint.Key;
import jp.ishikari.link.blueprint.Names;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.apigateway.CfnAccount;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.secretsmanager.CfnSecret;
import software.amazon.awscdk.services.secretsmanager.ReplicaRegion;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.amazon.awscdk.services.secretsmanager.SecretStringGenerator;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.constructs.Construct;

/** What the other stacks of a region stand on: keys, the edge's proof, the operators' topic. */
final class FoundationStack extends Stack {
  static final String PART = "foundation";
  private static final int EDGE_PROOF_LENGTH = 64;

  FoundationStack(Construct scope, Place place) {
    super(scope, Stacks.id(place.region(), PART), Stacks.stateful(place, PART));
    CityKeys keys = new CityKeys(this, place);
    if (place.region() == CityRegion.TOKYO) {
      place.settings().edgeProofs().forEach(number -> edgeProof(place, number));
    }
    IKey atRest =
        software.amazon.awscdk.services.kms.Key.fromKeyArn(this, "AtRest", keys.arn(Key.AT_REST));
    Topic alarms =
        Topic.Builder.create(this, "Alarms")
            .topicName(Place.ALARMS)
            .masterKey(atRest)
            .enforceSsl(true)
            .build();
    // The policy that refuses plain transport replaces the default one: without this line no alarm
    // could ring.
    alarms.addToResourcePolicy(
        PolicyStatement.Builder.create()
            .sid("AlarmsOfThisAccountRing")
            .principals(List.of(new ServicePrincipal("cloudwatch.amazonaws.com")))
            .actions(List.of("sns:Publish"))
            .resources(List.of(alarms.getTopicArn()))
            .conditions(
                ImmutableMap.of(
                    "StringEquals",
                    ImmutableMap.of("aws:SourceAccount", place.settings().account())))
            .build());
    alarms.addSubscription(new EmailSubscription(place.settings().alarmMail()));
    letGatewayWriteLogs();
  }

  /** One value for both regions, so that the edge needs not know which one is active. */
  private void edgeProof(Place place, String number) {
    Secret secret =
        Secret.Builder.create(this, "EdgeProof" + number)
            .secretName(Place.edgeProof(number))
            .description("Header value by which the resident API knows the edge")
            .generateSecretString(
                SecretStringGenerator.builder()
                    .passwordLength(EDGE_PROOF_LENGTH)
                    .excludePunctuation(true)
                    .build())
            .replicaRegions(
                List.of(ReplicaRegion.builder().region(place.other().region().code()).build()))
            .removalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE)
            .build();
    ((CfnSecret) secret.getNode().getDefaultChild()).overrideLogicalId("SecretEdgeProof" + number);
  }

  private void letGatewayWriteLogs() {
    Role role =
        Role.Builder.create(this, "GatewayLogs")
            .assumedBy(new ServicePrincipal("apigateway.amazonaws.com"))
            .description(Names.CITY + ": access logs of the APIs of this region")
            .managedPolicies(
                List.of(
                    ManagedPolicy.fromAwsManagedPolicyName(
                        "service-role/AmazonAPIGatewayPushToCloudWatchLogs")))
            .build();
    CfnAccount.Builder.create(this, "Gateway").cloudWatchRoleArn(role.getRoleArn()).build();
  }
}
