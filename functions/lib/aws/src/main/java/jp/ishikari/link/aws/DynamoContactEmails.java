package jp.ishikari.link.aws;

import java.time.LocalDate;
import java.util.Optional;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.identity.ContactEmail;
import jp.ishikari.link.domain.identity.ContactEmails;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Contact addresses on DynamoDB: two attributes of the account's row, which sign-ins leave alone.
 */
public final class DynamoContactEmails implements ContactEmails {
  private static final String ADDRESS = "email";
  private static final String ON = "emailOn";

  private final DynamoDbTable<EnhancedDocument> accounts;

  public DynamoContactEmails(Cloud cloud) {
    this.accounts = Rows.of(cloud, Table.ACCOUNTS);
  }

  @Override
  public Optional<ContactEmail> of(String accountId) {
    return Optional.ofNullable(
            accounts.getItem(r -> r.key(Rows.key(accountId)).consistentRead(true)))
        .filter(row -> row.isPresent(ADDRESS))
        .map(row -> new ContactEmail(row.getString(ADDRESS), LocalDate.parse(row.getString(ON))));
  }

  @Override
  public boolean replace(String accountId, ContactEmail before, ContactEmail after) {
    Expression.Builder standing =
        Expression.builder()
            .putExpressionName("#email", ADDRESS)
            .putExpressionName("#id", "accountId");
    if (before == null) {
      standing.expression("attribute_exists(#id) AND attribute_not_exists(#email)");
    } else {
      standing
          .expression("attribute_exists(#id) AND #email = :before AND #on = :on")
          .putExpressionName("#on", ON)
          .putExpressionValue(":before", AttributeValue.fromS(before.address()))
          .putExpressionValue(":on", AttributeValue.fromS(before.on().toString()));
    }
    try {
      accounts.updateItem(
          r ->
              r.item(
                      Rows.row()
                          .putString("accountId", accountId)
                          .putString(ADDRESS, after.address())
                          .putString(ON, after.on().toString())
                          .build())
                  .conditionExpression(standing.build()));
      return true;
    } catch (ConditionalCheckFailedException otherwise) {
      return false;
    }
  }
}
