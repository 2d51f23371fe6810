package jp.ishikari.link.identity.store;

import java.util.Optional;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.aws.Rows;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.edge.Json;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Pairings on DynamoDB; each change is bound to the state and the misses that were read. */
public final class DynamoPairingStore implements PairingStore {
  private final DynamoDbTable<EnhancedDocument> pairings;

  public DynamoPairingStore(Cloud cloud) {
    this.pairings = Rows.of(cloud, Table.PAIRINGS);
  }

  @Override
  public void start(Pairing pairing) {
    pairings.putItem(row(pairing));
  }

  @Override
  public Optional<Pairing> find(String id) {
    return Optional.ofNullable(pairings.getItem(r -> r.key(Rows.key(id)).consistentRead(true)))
        .map(row -> Json.MAPPER.readValue(row.getString("content"), Pairing.class));
  }

  @Override
  public boolean advance(Pairing read, Pairing next) {
    try {
      pairings.putItem(
          r -> r.item(row(next)).conditionExpression(still(read.state(), read.misses())));
      return true;
    } catch (ConditionalCheckFailedException first) {
      return false;
    }
  }

  @Override
  public boolean take(Pairing proven) {
    try {
      pairings.deleteItem(
          r ->
              r.key(Rows.key(proven.id()))
                  .conditionExpression(still(Pairing.State.PROVEN, proven.misses())));
      return true;
    } catch (ConditionalCheckFailedException first) {
      return false;
    }
  }

  private static Expression still(Pairing.State state, int misses) {
    return Expression.builder()
        .expression("#state = :state AND misses = :misses")
        .putExpressionName("#state", "state")
        .putExpressionValue(":state", AttributeValue.fromS(state.name()))
        .putExpressionValue(":misses", AttributeValue.fromN(Integer.toString(misses)))
        .build();
  }

  private static EnhancedDocument row(Pairing pairing) {
    return Rows.row()
        .putString("pairing", pairing.id())
        .putString("state", pairing.state().name())
        .putNumber("misses", pairing.misses())
        .putNumber(Table.EXPIRY_ATTRIBUTE, pairing.expiresAt().getEpochSecond())
        .putString("content", Json.MAPPER.writeValueAsString(pairing))
        .build();
  }
}
