package jp.ishikari.link.aws;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.BusinessCalendar;
import jp.ishikari.link.domain.CalendarStore;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;

/** Holidays on DynamoDB, one row per year. */
public final class DynamoCalendarStore implements CalendarStore {
  private final DynamoDbTable<EnhancedDocument> calendar;

  public DynamoCalendarStore(Cloud cloud) {
    this.calendar = Rows.of(cloud, Table.CALENDAR);
  }

  @Override
  public BusinessCalendar from(int year) {
    Set<LocalDate> holidays = new HashSet<>();
    for (int y = year; y <= year + 1; y++) {
      Optional.ofNullable(calendar.getItem(Key.builder().partitionValue(y).build()))
          .ifPresent(
              row -> {
                if (row.isPresent("holidays")) {
                  row.getStringSet("holidays").forEach(day -> holidays.add(LocalDate.parse(day)));
                }
              });
    }
    return new BusinessCalendar(holidays);
  }

  @Override
  public boolean knows(int year) {
    return calendar.getItem(Key.builder().partitionValue(year).build()) != null;
  }

  @Override
  public void save(int year, Set<LocalDate> holidays) {
    Set<String> days = new TreeSet<>();
    holidays.forEach(day -> days.add(day.toString()));
    EnhancedDocument.Builder row = Rows.row().putNumber("year", year);
    // The engine knows no empty set: a year without holidays has no such attribute.
    calendar.putItem((days.isEmpty() ? row : row.putStringSet("holidays", days)).build());
  }
}
