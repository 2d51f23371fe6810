package jp.ishikari.link.infracdk;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Table;
import software.amazon.awscdk.customresources.AwsCustomResource;
import software.amazon.awscdk.customresources.AwsCustomResourcePolicy;
import software.amazon.awscdk.customresources.AwsSdkCall;
import software.amazon.awscdk.customresources.PhysicalResourceId;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.constructs.Construct;

/**
 * The stream of a table whose replica another region's stack made. Its ARN ends in the time of its
 * making, so it can only be looked up.
 */
final class ReplicaStream {
  private ReplicaStream() {}

  static String arn(Construct scope, Place place, Table table) {
    AwsSdkCall describe =
        AwsSdkCall.builder()
            .service("dynamodb")
            .action("DescribeTable")
            .parameters(ImmutableMap.of("TableName", Names.physical(table)))
            .outputPaths(List.of("Table.LatestStreamArn"))
            .physicalResourceId(PhysicalResourceId.of(Names.physical(table) + "-stream"))
            .build();
    return AwsCustomResource.Builder.create(scope, "ReplicaStream")
        .resourceType("Custom::ReplicaStream")
        .onCreate(describe)
        .onUpdate(describe)
        .installLatestAwsSdk(false)
        .policy(
            AwsCustomResourcePolicy.fromStatements(
                List.of(
                    PolicyStatement.Builder.create()
                        .actions(List.of("dynamodb:DescribeTable"))
                        .resources(List.of(place.arn(table)))
                        .build())))
        .build()
        .getResponseField("Table.LatestStreamArn");
  }
}
