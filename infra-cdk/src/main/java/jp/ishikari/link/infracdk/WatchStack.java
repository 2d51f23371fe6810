package jp.ishikari.link.infracdk;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Locale;
import jp.ishikari.link.blueprint.Names;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.customresources.AwsCustomResource;
import software.amazon.awscdk.customresources.AwsCustomResourcePolicy;
import software.amazon.awscdk.customresources.AwsSdkCall;
import software.amazon.awscdk.customresources.PhysicalResourceId;
import software.amazon.awscdk.services.cloudtrail.CfnTrail;
import software.amazon.awscdk.services.config.CfnConfigRule;
import software.amazon.awscdk.services.config.CfnConfigurationRecorder;
import software.amazon.awscdk.services.config.CfnDeliveryChannel;
import software.amazon.awscdk.services.events.CfnRule;
import software.amazon.awscdk.services.guardduty.CfnDetector;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.logs.CfnResourcePolicy;
import software.amazon.awscdk.services.logs.FilterPattern;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.MetricFilter;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/**
 * What watches the account itself: who did what (CloudTrail), what looks like an attack
 * (GuardDuty), what is no longer as it was declared (Config), and no bucket in public whatever its
 * own settings say. What is found is kept for a year and rings the operators' alarm.
 */
final class WatchStack extends Stack {
  /** Of 0.1 to 8.9; below it are oddities that need nobody at once. */
  private static final double LOWEST_SEVERITY = 4.0;

  /** Names of the cloud's own rules; each must hold in either region. */
  private static final List<String> MUST_HOLD =
      List.of(
          "CLOUD_TRAIL_ENABLED",
          "DYNAMODB_PITR_ENABLED",
          "GUARDDUTY_ENABLED_CENTRALIZED",
          "IAM_ROOT_ACCESS_KEY_CHECK",
          "KMS_CMK_NOT_SCHEDULED_FOR_DELETION",
          "LAMBDA_FUNCTION_PUBLIC_ACCESS_PROHIBITED",
          "ROOT_ACCOUNT_MFA_ENABLED",
          "S3_ACCOUNT_LEVEL_PUBLIC_ACCESS_BLOCKS_PERIODIC",
          "S3_BUCKET_LEVEL_PUBLIC_ACCESS_PROHIBITED");

  private final Place place;

  WatchStack(Construct scope, Place place) {
    super(scope, Stacks.id(place.region(), "watch"), Stacks.props(place, "watch"));
    this.place = place;
    if (place.region() == CityRegion.TOKYO) {
      trail();
      nothingInPublic();
    }
    CfnDetector.Builder.create(this, "Detector")
        .enable(true)
        .findingPublishingFrequency("FIFTEEN_MINUTES")
        .features(List.of(feature("S3_DATA_EVENTS"), feature("LAMBDA_NETWORK_LOGS")))
        .build();
    configuration();
    LogGroup found = found();
    ring(
        found,
        "Findings",
        ImmutableMap.of(
            "source",
            List.of("aws.guardduty"),
            "detail",
            ImmutableMap.of(
                "severity", List.of(ImmutableMap.of("numeric", List.of(">=", LOWEST_SEVERITY))))));
    ring(
        found,
        "Breaches",
        ImmutableMap.of(
            "source",
            List.of("aws.config"),
            "detail-type",
            List.of("Config Rules Compliance Change"),
            "detail",
            ImmutableMap.of(
                "newEvaluationResult",
                ImmutableMap.of("complianceType", List.of("NON_COMPLIANT")))));
    MetricFilter filter =
        MetricFilter.Builder.create(this, "Filter")
            .logGroup(found)
            .filterPattern(FilterPattern.allEvents())
            .metricNamespace(Names.CITY)
            .metricName("account-watch")
            .metricValue("1")
            .build();
    OperatorAlarm.on(
        this,
        "Alarm",
        place,
        Names.CITY + "-account-watch",
        Runbook.ACCOUNT_WATCH,
        filter.metric(OperatorAlarm.minutely("Sum")),
        1,
        1);
  }

  /** One for both regions and for what belongs to none, such as roles. */
  private void trail() {
    CfnTrail.Builder.create(this, "Trail")
        .trailName(Names.CITY)
        .s3BucketName(CityBucket.trailName(place))
        .isLogging(true)
        .isMultiRegionTrail(true)
        .includeGlobalServiceEvents(true)
        .enableLogFileValidation(true)
        .build();
  }

  /** A setting of the account, which CloudFormation has no resource for. */
  private void nothingInPublic() {
    AwsSdkCall block =
        AwsSdkCall.builder()
            .service("S3Control")
            .action("putPublicAccessBlock")
            .parameters(
                ImmutableMap.of(
                    "AccountId",
                    place.settings().account(),
                    "PublicAccessBlockConfiguration",
                    ImmutableMap.of(
                        "BlockPublicAcls", true,
                        "BlockPublicPolicy", true,
                        "IgnorePublicAcls", true,
                        "RestrictPublicBuckets", true)))
            .physicalResourceId(PhysicalResourceId.of("public-access-block"))
            .build();
    AwsCustomResource.Builder.create(this, "NothingInPublic")
        .onCreate(block)
        .onUpdate(block)
        .installLatestAwsSdk(false)
        .logGroup(
            LogGroup.Builder.create(this, "NothingInPublicLog")
                .retention(RetentionDays.ONE_YEAR)
                .removalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE)
                .build())
        .policy(
            AwsCustomResourcePolicy.fromStatements(
                List.of(
                    PolicyStatement.Builder.create()
                        .effect(Effect.ALLOW)
                        .actions(List.of("s3:PutAccountPublicAccessBlock"))
                        .resources(List.of("*"))
                        .build())))
        .build();
  }

  private void configuration() {
    Role role =
        Role.Builder.create(this, "ConfigRole")
            .assumedBy(new ServicePrincipal("config.amazonaws.com"))
            .description(Names.CITY + ": Config reads how everything of this region is set")
            .managedPolicies(
                List.of(ManagedPolicy.fromAwsManagedPolicyName("service-role/AWS_ConfigRole")))
            .build();
    CfnConfigurationRecorder recorder =
        CfnConfigurationRecorder.Builder.create(this, "Recorder")
            .name(Names.CITY)
            .roleArn(role.getRoleArn())
            .recordingGroup(
                CfnConfigurationRecorder.RecordingGroupProperty.builder()
                    .allSupported(true)
                    .includeGlobalResourceTypes(place.region() == CityRegion.TOKYO)
                    .build())
            .build();
    CfnDeliveryChannel.Builder.create(this, "Channel")
        .name(Names.CITY)
        .s3BucketName(CityBucket.configurationsName(place))
        .build();
    for (String rule : MUST_HOLD) {
      CfnConfigRule made =
          CfnConfigRule.Builder.create(this, rule)
              .configRuleName(Names.CITY + "-" + rule.toLowerCase(Locale.ROOT).replace('_', '-'))
              .source(
                  CfnConfigRule.SourceProperty.builder()
                      .owner("AWS")
                      .sourceIdentifier(rule)
                      .build())
              .build();
      made.addDependency(recorder);
    }
  }

  private LogGroup found() {
    LogGroup found =
        LogGroup.Builder.create(this, "Found")
            .logGroupName("/aws/events/" + Names.CITY + "-account-watch")
            .retention(RetentionDays.ONE_YEAR)
            .removalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE)
            .build();
    CfnResourcePolicy policy =
        CfnResourcePolicy.Builder.create(this, "EventsWriteWhatIsFound")
            .policyName(Names.CITY + "-account-watch")
            .policyDocument(
                """
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow",\
                "Principal":{"Service":["events.amazonaws.com","delivery.logs.amazonaws.com"]},\
                "Action":["logs:CreateLogStream","logs:PutLogEvents"],\
                "Resource":"%s:*"}]}"""
                    .formatted(foundArn()))
            .build();
    policy.addDependency((CfnResource) found.getNode().getDefaultChild());
    return found;
  }

  private String foundArn() {
    return place.arn("logs", "log-group:/aws/events/" + Names.CITY + "-account-watch");
  }

  private void ring(LogGroup found, String what, Object pattern) {
    CfnRule.Builder.create(this, what)
        .name(Names.CITY + "-" + what.toLowerCase(Locale.ROOT))
        .eventPattern(pattern)
        .targets(List.of(CfnRule.TargetProperty.builder().id("found").arn(foundArn()).build()))
        .build()
        .addDependency((CfnResource) found.getNode().getDefaultChild());
  }

  private static CfnDetector.CFNFeatureConfigurationProperty feature(String name) {
    return CfnDetector.CFNFeatureConfigurationProperty.builder()
        .name(name)
        .status("ENABLED")
        .build();
  }
}
