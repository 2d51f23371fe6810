package jp.ishikari.link.infracdk;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import jp.ishikari.link.blueprint.Bucket;
import jp.ishikari.link.blueprint.Key;
import jp.ishikari.link.blueprint.Table;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.dynamodb.TableV2;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.s3.IBucket;
import software.constructs.Construct;

/**
 * Everything that must outlive the code: tables and buckets, retained and protected from deletion.
 */
final class StateStack extends Stack {
  private final Map<Table, TableV2> made = new EnumMap<>(Table.class);

  StateStack(Construct scope, Place place) {
    super(scope, Stacks.id(place.region(), "state"), Stacks.stateful(place, "state"));
    IKey atRest =
        software.amazon.awscdk.services.kms.Key.fromKeyArn(this, "AtRest", place.arn(Key.AT_REST));
    for (Table table : Table.values()) {
      if (CityTable.isMadeIn(place.region(), table)) {
        made.put(table, CityTable.make(this, place, table, atRest));
      }
    }
    IBucket accessLogs = CityBucket.makeForAccessLogs(this, place);
    if (place.region() == CityRegion.TOKYO) {
      CityBucket.makeForTrail(this, place, accessLogs);
    }
    CityBucket.makeForConfigurations(this, place, accessLogs);
    for (Bucket bucket : Bucket.values()) {
      CityBucket.make(this, place, bucket, atRest, accessLogs);
    }
  }

  /** The stream of a table made here; a replica's must be looked up ({@link ReplicaStream}). */
  Optional<String> streamArn(Table table) {
    return Optional.ofNullable(made.get(table)).map(TableV2::getTableStreamArn);
  }
}
