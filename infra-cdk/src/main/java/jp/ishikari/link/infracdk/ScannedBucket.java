package jp.ishikari.link.infracdk;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;
import jp.ishikari.link.blueprint.Bucket;
import jp.ishikari.link.blueprint.Key;
import software.amazon.awscdk.services.guardduty.CfnMalwareProtectionPlan;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.constructs.Construct;

/** Has every object of a bucket scanned for malware, and what was found tagged on it. */
final class ScannedBucket {
  private static final String SCANNER = "malware-protection-plan.guardduty.amazonaws.com";

  private ScannedBucket() {}

  static void make(Construct scope, Place place, Bucket bucket) {
    Role scanner =
        Role.Builder.create(scope, "Scanner")
            .assumedBy(new ServicePrincipal(SCANNER))
            .inlinePolicies(
                ImmutableMap.of(
                    "scan",
                    PolicyDocument.Builder.create().statements(statements(place, bucket)).build()))
            .build();
    CfnMalwareProtectionPlan.Builder.create(scope, "Scan")
        .role(scanner.getRoleArn())
        .protectedResource(
            CfnMalwareProtectionPlan.CFNProtectedResourceProperty.builder()
                .s3Bucket(
                    CfnMalwareProtectionPlan.S3BucketProperty.builder()
                        .bucketName(place.bucketName(bucket))
                        .build())
                .build())
        .actions(
            CfnMalwareProtectionPlan.CFNActionsProperty.builder()
                .tagging(
                    CfnMalwareProtectionPlan.CFNTaggingProperty.builder().status("ENABLED").build())
                .build())
        .build();
  }

  /** What the service's manual asks for, and no more. */
  private static List<PolicyStatement> statements(Place place, Bucket bucket) {
    String arn = place.arn(bucket);
    String rules = place.arn("events", "rule/DO-NOT-DELETE-AmazonGuardDutyMalwareProtectionS3*");
    return List.of(
        allow(
            "ItsOwnRule",
            List.of(
                "events:DeleteRule", "events:PutRule", "events:PutTargets", "events:RemoveTargets"),
            rules,
            ImmutableMap.of("StringLike", ImmutableMap.of("events:ManagedBy", SCANNER))),
        allow(
            "ItsOwnRuleIsThere",
            List.of("events:DescribeRule", "events:ListTargetsByRule"),
            rules,
            ImmutableMap.of()),
        allow(
            "TagsSayWhatWasFound",
            List.of(
                "s3:GetObjectTagging",
                "s3:GetObjectVersionTagging",
                "s3:PutObjectTagging",
                "s3:PutObjectVersionTagging"),
            arn + "/*",
            ImmutableMap.of()),
        allow(
            "TellsTheBus",
            List.of("s3:GetBucketNotification", "s3:PutBucketNotification", "s3:ListBucket"),
            arn,
            ImmutableMap.of()),
        allow(
            "ProvesThatItOwnsTheBucket",
            List.of("s3:PutObject"),
            arn + "/malware-protection-resource-validation-object",
            ImmutableMap.of()),
        allow(
            "ReadsWhatItScans",
            List.of("s3:GetObject", "s3:GetObjectVersion"),
            arn + "/*",
            ImmutableMap.of()),
        allow(
            "OpensWhatItReads",
            List.of("kms:Decrypt", "kms:GenerateDataKey"),
            place.arn(Key.AT_REST),
            ImmutableMap.of(
                "StringEquals",
                ImmutableMap.of(
                    "kms:ViaService", "s3." + place.region().code() + ".amazonaws.com"))));
  }

  private static PolicyStatement allow(
      String sid, List<String> actions, String resource, Map<String, Object> conditions) {
    return PolicyStatement.Builder.create()
        .sid(sid)
        .actions(actions)
        .resources(List.of(resource))
        .conditions(conditions)
        .build();
  }
}
