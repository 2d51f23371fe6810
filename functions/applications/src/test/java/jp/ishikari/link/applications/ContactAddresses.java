package jp.ishikari.link.applications;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Map;
import jp.ishikari.link.aws.DynamoContactEmails;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.identity.ContactEmail;
import jp.ishikari.link.testkit.TestCloud;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Accounts with an address that their owner has confirmed, as identity writes them. */
final class ContactAddresses {
  private ContactAddresses() {}

  static void put(TestCloud cloud, String accountId, String address) {
    cloud
        .dynamoDb()
        .putItem(
            r ->
                r.tableName(cloud.environment().nameOf(Table.ACCOUNTS))
                    .item(Map.of("accountId", AttributeValue.fromS(accountId))));
    assertTrue(
        new DynamoContactEmails(cloud)
            .replace(accountId, null, new ContactEmail(address, LocalDate.of(2026, 11, 24))));
  }
}
