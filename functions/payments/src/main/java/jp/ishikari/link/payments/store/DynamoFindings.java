package jp.ishikari.link.payments.store;

import static software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional.keyEqualTo;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Set;
import java.util.stream.Stream;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.aws.Rows;
import jp.ishikari.link.aws.SortableTime;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.Reception;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Findings on DynamoDB, by the month in which they were recorded. */
public final class DynamoFindings implements Findings {
  private static final Expression NEW =
      Expression.builder().expression("attribute_not_exists(finding)").build();

  private final DynamoDbTable<EnhancedDocument> findings;

  public DynamoFindings(Cloud cloud) {
    this.findings = Rows.of(cloud, Table.PAYMENT_FINDINGS);
  }

  @Override
  public boolean record(Finding found) {
    EnhancedDocument.Builder row =
        Rows.row()
            .putString("month", month(found.at()).toString())
            .putString("finding", found.kind() + "#" + found.gateway() + "#" + found.about())
            .putString("kind", found.kind().name())
            .putString("gateway", found.gateway())
            .putString("about", found.about())
            .putString("at", SortableTime.of(found.at()));
    Rows.put(row, "applicationId", found.applicationId());
    if (found.amount() != null) {
      row.putNumber("amount", found.amount());
    }
    try {
      findings.putItem(r -> r.item(row.build()).conditionExpression(NEW));
      return true;
    } catch (ConditionalCheckFailedException known) {
      return false;
    }
  }

  @Override
  public int since(Set<Kind> kinds, Instant moment, Instant now) {
    return (int)
        Stream.of(month(moment), month(now))
            .distinct()
            .flatMap(
                month ->
                    findings
                        .query(r -> r.queryConditional(keyEqualTo(Rows.key(month.toString()))))
                        .items()
                        .stream())
            .filter(row -> kinds.contains(Kind.valueOf(row.getString("kind"))))
            .filter(row -> row.getString("at").compareTo(SortableTime.of(moment)) >= 0)
            .count();
  }

  private static YearMonth month(Instant at) {
    return YearMonth.from(at.atZone(Reception.JST));
  }
}
