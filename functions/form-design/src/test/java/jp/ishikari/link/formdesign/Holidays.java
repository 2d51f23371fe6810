package jp.ishikari.link.formdesign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import jp.ishikari.link.aws.DynamoCalendarStore;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.testkit.TestCloud;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The years that a publication asks for, in the test's tables. */
final class Holidays {
  private Holidays() {}

  static void announced(TestCloud cloud) {
    int year = thisYear();
    DynamoCalendarStore calendar = new DynamoCalendarStore(cloud);
    calendar.save(year, Set.of(LocalDate.of(year, 1, 1)));
    calendar.save(year + 1, Set.of(LocalDate.of(year + 1, 1, 1)));
  }

  static void forgotten(TestCloud cloud, int year) {
    cloud
        .dynamoDb()
        .deleteItem(
            delete ->
                delete
                    .tableName(Names.physical(Table.CALENDAR))
                    .key(Map.of("year", AttributeValue.fromN(Integer.toString(year)))));
  }

  static int thisYear() {
    return Reception.today(Instant.now()).getYear();
  }
}
