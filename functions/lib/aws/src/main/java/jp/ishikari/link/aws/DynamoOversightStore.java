package jp.ishikari.link.aws;

import static software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional.keyEqualTo;

import java.util.Comparator;
import java.util.List;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Noted;
import jp.ishikari.link.domain.OversightStore;
import jp.ishikari.link.domain.Part;
import jp.ishikari.link.edge.Json;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * What administrators are told of one another on DynamoDB: one row each, with an attribute for each
 * who has seen it, so that two at once do not lose one another.
 */
public final class DynamoOversightStore implements OversightStore {
  /** A handful a month in a city: one partition. */
  private static final String CITY = "city";

  private static final String SEEN = "seen.";

  private final DynamoDbTable<EnhancedDocument> oversight;

  public DynamoOversightStore(Cloud cloud) {
    this.oversight = Rows.of(cloud, Table.OVERSIGHT);
  }

  @Override
  public Part<NotSaved> noting(Noted noted) {
    EnhancedDocument row =
        Rows.row()
            .putString("list", CITY)
            .putString("noted", noted.notedId())
            .putString("content", Json.MAPPER.writeValueAsString(noted))
            .build();
    return Items.part(
        items -> items.putNew(oversight, row, "list", taken -> new NotSaved.Overtaken()));
  }

  @Override
  public List<Noted> newest(int limit) {
    return oversight
        .query(
            r ->
                r.queryConditional(keyEqualTo(Rows.key(CITY)))
                    .scanIndexForward(false)
                    .limit(limit)
                    .consistentRead(true))
        .stream()
        .flatMap(page -> page.items().stream())
        .limit(limit)
        .map(DynamoOversightStore::read)
        .toList();
  }

  @Override
  public Sight seen(String notedId, Noted.Seen by) {
    String attribute = SEEN + by.by();
    EnhancedDocument row =
        Rows.row()
            .putString("list", CITY)
            .putString("noted", notedId)
            .putString(attribute, Json.MAPPER.writeValueAsString(by))
            .build();
    EnhancedDocument standing =
        oversight.getItem(r -> r.key(Rows.key(CITY, notedId)).consistentRead(true));
    if (standing == null) {
      return Sight.UNKNOWN;
    }
    if (read(standing).concerns(by.by())) {
      return Sight.OWN;
    }
    try {
      oversight.updateItem(
          r ->
              r.item(row)
                  .conditionExpression(
                      Expression.builder()
                          .expression("attribute_exists(#list) AND attribute_not_exists(#seen)")
                          .putExpressionName("#list", "list")
                          .putExpressionName("#seen", attribute)
                          .build()));
    } catch (ConditionalCheckFailedException before) {
      // Seen before: the first time stands.
    }
    return Sight.KEPT;
  }

  private static Noted read(EnhancedDocument row) {
    Noted noted = Json.MAPPER.readValue(row.getString("content"), Noted.class);
    List<Noted.Seen> seen =
        row.toMap().keySet().stream()
            .filter(attribute -> attribute.startsWith(SEEN))
            .map(attribute -> Json.MAPPER.readValue(row.getString(attribute), Noted.Seen.class))
            .sorted(Comparator.comparing(Noted.Seen::at))
            .toList();
    return new Noted(
        noted.notedId(),
        noted.at(),
        noted.kind(),
        noted.by(),
        noted.byName(),
        noted.aboutId(),
        noted.about(),
        noted.before(),
        noted.after(),
        seen);
  }
}
