package jp.ishikari.link.payments.store;

import static software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional.keyEqualTo;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.aws.Rows;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.edge.Json;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Settlement files on DynamoDB: a day of a gateway is one partition. */
public final class DynamoSettlements implements Settlements {
  private static final Expression NEW =
      Expression.builder().expression("attribute_not_exists(content)").build();

  private final DynamoDbTable<EnhancedDocument> lines;

  public DynamoSettlements(Cloud cloud) {
    this.lines = Rows.of(cloud, Table.SETTLEMENTS);
  }

  @Override
  public Optional<SettlementLine> keep(SettlementLine line) {
    EnhancedDocument row =
        Rows.row()
            .putString("gatewayDay", key(line.gateway(), line.day()))
            .putString("line", line.name())
            .putString("content", Json.MAPPER.writeValueAsString(line))
            .build();
    try {
      lines.putItem(r -> r.item(row).conditionExpression(NEW));
      return Optional.empty();
    } catch (ConditionalCheckFailedException there) {
      return Optional.of(
          read(
              lines.getItem(
                  r ->
                      r.key(Rows.key(key(line.gateway(), line.day()), line.name()))
                          .consistentRead(true))));
    }
  }

  @Override
  public List<SettlementLine> of(String gateway, LocalDate day) {
    return lines
        .query(
            r -> r.queryConditional(keyEqualTo(Rows.key(key(gateway, day)))).consistentRead(true))
        .items()
        .stream()
        .map(DynamoSettlements::read)
        .toList();
  }

  private static String key(String gateway, LocalDate day) {
    return gateway + "/" + day;
  }

  private static SettlementLine read(EnhancedDocument row) {
    return Json.MAPPER.readValue(row.getString("content"), SettlementLine.class);
  }
}
