package jp.ishikari.link.infracdk;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import jp.ishikari.link.blueprint.Bucket;
import jp.ishikari.link.blueprint.Key;
import jp.ishikari.link.blueprint.Names;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.constructs.Construct;

/**
 * The role by which storage copies one bucket to the other region. Own, because the one the cloud
 * kit makes for copies across regions has the same fixed name for every bucket of an account.
 */
final class CopyRole {
  private CopyRole() {}

  static Role make(Construct scope, Place from, Bucket bucket) {
    Place to = from.other();
    return Role.Builder.create(scope, Names.pascal(bucket) + "CopyRole")
        .assumedBy(new ServicePrincipal("s3.amazonaws.com"))
        .inlinePolicies(
            ImmutableMap.of(
                "copy",
                PolicyDocument.Builder.create()
                    .statements(
                        List.of(
                            allow(
                                List.of("s3:GetReplicationConfiguration", "s3:ListBucket"),
                                from.arn(bucket)),
                            allow(
                                List.of(
                                    "s3:GetObjectVersionAcl",
                                    "s3:GetObjectVersionForReplication",
                                    "s3:GetObjectVersionTagging"),
                                from.arn(bucket) + "/*"),
                            allow(
                                List.of(
                                    "s3:ReplicateDelete", "s3:ReplicateObject", "s3:ReplicateTags"),
                                to.arn(bucket) + "/*"),
                            allow(List.of("kms:Decrypt"), from.arn(Key.AT_REST)),
                            allow(List.of("kms:Encrypt"), to.arn(Key.AT_REST))))
                    .build()))
        .build();
  }

  private static PolicyStatement allow(List<String> actions, String resource) {
    return PolicyStatement.Builder.create().actions(actions).resources(List.of(resource)).build();
  }
}
