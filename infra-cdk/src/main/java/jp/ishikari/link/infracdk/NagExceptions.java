package jp.ishikari.link.infracdk;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import io.github.cdklabs.cdknag.RegexAppliesTo;
import java.util.List;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.Stack;

/**
 * Findings of cdk-nag (AwsSolutions) that we accept, each with its reason, and nowhere else. Broad
 * ones name what they apply to, so that a new wildcard is still found. What a function's role may
 * do is compared with the blueprint action by action, so nothing hides behind these.
 */
final class NagExceptions {
  private NagExceptions() {}

  static void explain(Stack stack) {
    NagSuppressions.addStackSuppressions(
        stack,
        switch (stack) {
          case FoundationStack foundation -> FOUNDATION;
          case StateStack state -> STATE;
          case WatchStack watch -> WATCH;
          case StaffSignInStack signIn -> STAFF_SIGN_IN;
          case CapabilityStack capability -> CAPABILITY;
          case MessagingStack messaging -> MESSAGING;
          case ApiStack api -> API;
          case EdgeStack edge -> EDGE;
          default -> List.<NagPackSuppression>of();
        });
    // Every function publishes a version and is called by its alias.
    acknowledge(stack, "@aws-cdk/aws-lambda:snapStartRequirePublish");
    // The state stack writes the buckets' policies itself.
    acknowledge(stack, "@aws-cdk/aws-cloudfront-origins:updateImportedBucketPolicyOac");
  }

  private static final List<NagPackSuppression> FOUNDATION =
      List.of(
          accept(
              "AwsSolutions-IAM4",
              "The gateway's log role is the account's one and the cloud's own policy is made for"
                  + " it.",
              "/^Policy::.*service-role\\/AmazonAPIGatewayPushToCloudWatchLogs$/g"),
          accept(
              "AwsSolutions-SMG4",
              "Edge and firewalls learn a value by a deployment: an operator rotates it in three"
                  + " (docs/runbooks/edge-proof.md)."));

  private static final List<NagPackSuppression> STATE =
      List.of(
          accept(
              "AwsSolutions-IAM5",
              "Copying a bucket means all of its objects.",
              "/^Resource::arn:aws:s3:::ishikari-link-.*\\/\\*$/g"));

  private static final List<NagPackSuppression> MESSAGING =
      List.of(
          accept(
              "AwsSolutions-IAM5",
              "The scan looks at all objects of one bucket, and names its rule itself.",
              "/^Resource::arn:aws:(s3:::ishikari-link-.*\\/\\*|events:.*:rule\\/DO-NOT-DELETE-AmazonGuardDutyMalwareProtectionS3\\*)$/g"));

  private static final List<NagPackSuppression> WATCH =
      List.of(
          accept(
              "AwsSolutions-IAM4",
              "The cloud's own policy for Config, and for the log of the helper below.",
              "/^Policy::.*service-role\\/(AWS_ConfigRole|AWSLambdaBasicExecutionRole)$/g"),
          accept(
              "AwsSolutions-IAM5",
              "A setting of the whole account knows no resource.",
              "/^Resource::\\*$/g"),
          accept(
              "AwsSolutions-L1",
              "The cloud kit's helper that makes a setting CloudFormation has no resource for; its"
                  + " runtime is the kit's."));

  private static final List<NagPackSuppression> STAFF_SIGN_IN =
      List.of(
          accept("AwsSolutions-COG1", "Nobody has a password there: the city's provider does."),
          accept("AwsSolutions-COG2", "The second factor is ours, after any provider's sign-in."),
          accept(
              "AwsSolutions-COG3",
              "It watches passwords of the pool, of which there are none; our own log watches"
                  + " sign-ins."));

  private static final List<NagPackSuppression> CAPABILITY =
      List.of(
          accept(
              "AwsSolutions-IAM4",
              "The cloud's own policy for releases by CodeDeploy, and for the log of the look-up of"
                  + " a replica's stream.",
              "/^Policy::.*service-role\\/(AWSCodeDeployRoleForLambdaLimited|AWSLambdaBasicExecutionRole)$/g"),
          accept(
              "AwsSolutions-IAM5",
              "Traces and ListStreams know no resource.",
              "/^Resource::\\*$/g"),
          accept(
              "AwsSolutions-IAM5",
              "All indexes of one granted table, and its stream, whose name ends in a time.",
              "/^Resource::arn:aws:dynamodb:.*:table\\/ishikari-link-[a-z-]+\\/(index|stream)\\/\\*$/g"),
          accept(
              "AwsSolutions-IAM5",
              "The streams of the function's own log group.",
              "/^Resource::arn:aws:logs:.*:log-group:\\/aws\\/lambda\\/ishikari-link-[a-z-]+:\\*$/g"),
          accept(
              "AwsSolutions-IAM5",
              "The objects of one granted bucket.",
              "/^Resource::arn:aws:s3:::ishikari-link-.*\\/\\*$/g"),
          accept(
              "AwsSolutions-SQS3",
              "The queue of a stream's failures is itself the dead end; an alarm watches it."));

  private static final List<NagPackSuppression> API =
      List.of(
          accept(
              "AwsSolutions-APIG2",
              "The functions check everything and name all mistakes by field; the gateway would"
                  + " name one, in English."),
          accept(
              "AwsSolutions-IAM5",
              "Files of the staff console and the public catalogue, whose names change with"
                  + " content.",
              "/^Resource::arn:aws:s3:::ishikari-link-.*\\/\\*$/g"));

  private static final List<NagPackSuppression> EDGE =
      List.of(
          accept("AwsSolutions-CFR1", "Residents apply from abroad too."),
          accept(
              "AwsSolutions-CFR3",
              "Its lines hold path and query, and with them application ids and codes of sign-ins."
                  + " The API behind it logs route and status; the rest are public files."),
          accept(
              "AwsSolutions-CFR2",
              "A firewall at the edge would live in us-east-1. What passes through to the API meets"
                  + " the regional firewall; the rest are public files."));

  private static NagPackSuppression accept(String rule, String reason, String... appliesTo) {
    NagPackSuppression.Builder exception = NagPackSuppression.builder().id(rule).reason(reason);
    if (appliesTo.length > 0) {
      exception.appliesTo(
          List.of(appliesTo).stream()
              .map(regex -> RegexAppliesTo.builder().regex(regex).build())
              .toList());
    }
    return exception.build();
  }

  private static void acknowledge(Stack stack, String warning) {
    Annotations.of(stack).acknowledgeWarning(warning);
  }
}
