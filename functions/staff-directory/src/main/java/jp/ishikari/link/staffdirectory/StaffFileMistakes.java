package jp.ishikari.link.staffdirectory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.ishikari.link.edge.Problem.FieldError;

/**
 * The mistakes of a file as its reader mends them: row by row, in the order of the columns; the
 * same one in many rows is told once, with the rows' numbers.
 */
final class StaffFileMistakes {
  /** The most groups of rows that a sentence names; more would be read by nobody. */
  private static final int MOST_NAMED = 10;

  /**
   * @param column as it is headed; empty for the whole row
   * @param field as the registration calls it; empty for the whole row
   */
  private record Mistake(String column, String field, String code, String message) {
    int place() {
      int column = StaffFile.COLUMNS.indexOf(this.column);
      return column < 0 && !this.column.isEmpty() ? StaffFile.COLUMNS.size() : column;
    }
  }

  /** Neighbouring rows. */
  private record Rows(long first, long last) {
    @Override
    public String toString() {
      return first == last ? "" + first : first + (last == first + 1 ? "、" : "〜") + last;
    }

    long count() {
      return last - first + 1;
    }
  }

  private final Map<Mistake, List<Long>> found = new LinkedHashMap<>();

  void add(long row, String column, String field, String code, String message) {
    found
        .computeIfAbsent(new Mistake(column, field, code, message), none -> new ArrayList<>())
        .add(row);
  }

  boolean none() {
    return found.isEmpty();
  }

  /** Each under the path of its first row. */
  List<FieldError> told() {
    return found.entrySet().stream()
        .sorted(
            Comparator.<Map.Entry<Mistake, List<Long>>>comparingLong(e -> e.getValue().getFirst())
                .thenComparingInt(e -> e.getKey().place()))
        .map(e -> told(e.getKey(), e.getValue()))
        .toList();
  }

  private static FieldError told(Mistake mistake, List<Long> rows) {
    return new FieldError(
        "line" + rows.getFirst() + (mistake.field().isEmpty() ? "" : "." + mistake.field()),
        mistake.code(),
        folded(rows)
            + (mistake.column().isEmpty() ? "" : " " + mistake.column())
            + "："
            + mistake.message());
  }

  private static String folded(List<Long> rows) {
    List<Rows> groups = new ArrayList<>();
    for (long row : rows) {
      Rows before = groups.isEmpty() ? null : groups.getLast();
      if (before != null && before.last() + 1 == row) {
        groups.set(groups.size() - 1, new Rows(before.first(), row));
      } else {
        groups.add(new Rows(row, row));
      }
    }
    String named =
        groups.stream().limit(MOST_NAMED).map(Rows::toString).collect(Collectors.joining("、"));
    long rest = groups.stream().skip(MOST_NAMED).mapToLong(Rows::count).sum();
    return named + "行目" + (rest == 0 ? "" : "ほか" + rest + "行");
  }
}
