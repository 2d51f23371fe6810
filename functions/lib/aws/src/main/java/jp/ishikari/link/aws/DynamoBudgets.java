package jp.ishikari.link.aws;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import jp.ishikari.link.blueprint.Api;
import jp.ishikari.link.blueprint.Budget;
import jp.ishikari.link.blueprint.Key;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.edge.Budgets;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Tries on DynamoDB: one row per budget, payer and window, under a keyed hash of the three. One
 * conditional update counts and refuses, so that of tries that come together no more than the limit
 * get through; bytes are counted the same way, in megabytes.
 */
public final class DynamoBudgets implements Budgets {
  private static final String TIMES = "times";

  private final DynamoDbClient client;
  private final String table;
  private final KmsMac payers;
  private final InstantSource clock;

  /** Of the routes of one API. */
  public DynamoBudgets(Cloud cloud, Api api, InstantSource clock) {
    this.client = cloud.dynamoDb();
    this.clock = clock;
    this.table =
        cloud
            .environment()
            .nameOf(
                switch (api) {
                  case RESIDENT -> Table.BUDGETS;
                  case STAFF -> Table.STAFF_BUDGETS;
                  case PARTNER -> Table.PARTNER_BUDGETS;
                });
    this.payers =
        new KmsMac(
            cloud,
            switch (api) {
              case RESIDENT -> Key.BUDGETS;
              case STAFF -> Key.STAFF_BUDGETS;
              case PARTNER -> Key.PARTNER_BUDGETS;
            });
  }

  @Override
  public Optional<Duration> count(Route route, Budget budget, String payer, int amount) {
    Instant now = clock.instant();
    long seconds = budget.window().toSeconds();
    long window = Math.floorDiv(now.getEpochSecond(), seconds);
    Instant end = Instant.ofEpochSecond((window + 1) * seconds);
    if (amount > budget.limit()) {
      return Optional.of(Duration.between(now, end));
    }
    String counted = String.join(" ", route.name(), budget.payer().name(), "" + seconds);
    if (budget.bytes() != null) {
      counted += " " + budget.bytes();
    }
    String key = payers.hash(counted, payer + "\n" + window);
    try {
      client.updateItem(
          r ->
              r.tableName(table)
                  .key(Map.of("budget", AttributeValue.fromS(key)))
                  .updateExpression("ADD #times :amount SET #expires = :end")
                  .conditionExpression("attribute_not_exists(#times) OR #times <= :room")
                  .expressionAttributeNames(
                      Map.of("#times", TIMES, "#expires", Table.EXPIRY_ATTRIBUTE))
                  .expressionAttributeValues(
                      Map.of(
                          ":amount",
                          AttributeValue.fromN(Integer.toString(amount)),
                          ":room",
                          AttributeValue.fromN(Integer.toString(budget.limit() - amount)),
                          ":end",
                          AttributeValue.fromN(Long.toString(end.getEpochSecond())))));
      return Optional.empty();
    } catch (ConditionalCheckFailedException over) {
      return Optional.of(Duration.between(now, end));
    } catch (SdkServiceException refused) {
      if (refused.isThrottlingException()) {
        // One payer asks faster than one row can be counted: that is over any budget.
        return Optional.of(Duration.between(now, end));
      }
      throw refused;
    }
  }
}
