package jp.ishikari.link.forms;

import java.time.LocalDate;

/**
 * Reads what a question is begun with on the screen. The server never fills it in: it only makes
 * sure that the form would accept it, as it is written.
 */
final class DefaultReader {
  private DefaultReader() {}

  /** Notes a default that the field would refuse, or keep otherwise than it is written. */
  static void read(JsonPlace place, Field field) {
    if (!place.present()) {
      return;
    }
    if (field.type() instanceof FieldType.Date date) {
      date(place, field, date);
      return;
    }
    Object written = place.value();
    Object accepted =
        new ValueCheck(new ErrorList(FormDefinition.JAPANESE), LocalDate.EPOCH)
            .check(Spot.of("", field), written);
    boolean same =
        accepted instanceof Long number
            ? number.equals(WholeNumber.of(written))
            : accepted != null && accepted.equals(written);
    if (!same) {
      place.found(FindingCode.DEFAULT);
    }
  }

  /** A day or days from today; what depends on the day of answering is seen then. */
  private static void date(JsonPlace place, Field field, FieldType.Date date) {
    DateBound first = KindReader.day(place);
    DateBound min = date.min() == null ? DateBound.first(field) : date.min();
    DateBound max = date.max() == null ? DateBound.last(field) : date.max();
    if (first != null
        && (KindReader.alwaysAfter(min, first) || KindReader.alwaysAfter(first, max))) {
      place.found(FindingCode.DEFAULT);
    }
  }
}
