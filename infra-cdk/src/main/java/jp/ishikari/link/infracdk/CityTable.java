package jp.ishikari.link.infracdk;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import jp.ishikari.link.blueprint.Key;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Table;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.Billing;
import software.amazon.awscdk.services.dynamodb.GlobalSecondaryIndexPropsV2;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.ReplicaTableProps;
import software.amazon.awscdk.services.dynamodb.StreamViewType;
import software.amazon.awscdk.services.dynamodb.TableEncryptionV2;
import software.amazon.awscdk.services.dynamodb.TableV2;
import software.amazon.awscdk.services.kms.IKey;
import software.constructs.Construct;

/**
 * One table as the blueprint declares it. A global one is made in Tokyo together with its replica
 * in Osaka; a regional one is made in each region.
 */
final class CityTable {
  private CityTable() {}

  /** Whether this region's stack makes the table, or finds it made by the other's. */
  static boolean isMadeIn(CityRegion region, Table table) {
    return table.scope() == Table.Scope.REGIONAL || region == CityRegion.TOKYO;
  }

  static TableV2 make(Construct scope, Place place, Table table, IKey atRest) {
    boolean global = table.scope() == Table.Scope.GLOBAL;
    TableV2.Builder made =
        TableV2.Builder.create(scope, Names.pascal(table))
            .tableName(Names.physical(table))
            .partitionKey(attribute(table.key().partition()))
            .billing(Billing.onDemand())
            .pointInTimeRecoverySpecification(
                PointInTimeRecoverySpecification.builder().pointInTimeRecoveryEnabled(true).build())
            .deletionProtection(place.settings().isProtected())
            .removalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE)
            .encryption(
                global
                    ? TableEncryptionV2.customerManagedKey(
                        atRest,
                        ImmutableMap.of(
                            place.other().region().code(), place.other().arn(Key.AT_REST)))
                    : TableEncryptionV2.customerManagedKey(atRest))
            .globalSecondaryIndexes(indexes(table));
    table.key().sort().ifPresent(sort -> made.sortKey(attribute(sort)));
    if (global) {
      made.replicas(
          List.of(
              ReplicaTableProps.builder()
                  .region(place.other().region().code())
                  .deletionProtection(place.settings().isProtected())
                  .build()));
    }
    if (table.streams()) {
      // Replication needs both images; consumers read the new one.
      made.dynamoStream(StreamViewType.NEW_AND_OLD_IMAGES);
    }
    if (table.expires()) {
      made.timeToLiveAttribute(Table.EXPIRY_ATTRIBUTE);
    }
    TableV2 built = made.build();
    ((CfnResource) built.getNode().getDefaultChild())
        .overrideLogicalId("Table" + Names.pascal(table));
    return built;
  }

  private static List<GlobalSecondaryIndexPropsV2> indexes(Table table) {
    List<GlobalSecondaryIndexPropsV2> indexes = new ArrayList<>();
    for (Table.Index index : table.indexes()) {
      GlobalSecondaryIndexPropsV2.Builder made =
          GlobalSecondaryIndexPropsV2.builder()
              .indexName(index.name())
              .partitionKey(attribute(index.key().partition()));
      index.key().sort().ifPresent(sort -> made.sortKey(attribute(sort)));
      indexes.add(made.build());
    }
    return indexes;
  }

  private static Attribute attribute(Table.KeyAttribute key) {
    return Attribute.builder()
        .name(key.name())
        .type(
            switch (key.type()) {
              case S -> AttributeType.STRING;
              case N -> AttributeType.NUMBER;
            })
        .build();
  }
}
