package jp.ishikari.link.payments.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import jp.ishikari.link.payments.store.LedgerLine;

/**
 * What came and went under one name.
 *
 * @param name in words
 * @param came whole yen
 * @param went whole yen, more than nothing
 * @param lines how many receipts and refunds that is
 */
public record LedgerTotal(By by, String name, long came, long went, int lines) {

  /** What lines are put together by. */
  public enum By {
    DAY,
    PROCEDURE,
    /** 歳入科目 of one 会計年度. */
    REVENUE,
    WAY,
    GATEWAY
  }

  /** Over the counter, and where it was transferred. */
  private static final String NO_GATEWAY = "なし（窓口・口座振込）";

  /** By everything that the books go by, each sorted by its name. */
  public static List<LedgerTotal> of(List<LedgerLine> lines) {
    List<LedgerTotal> totals = new ArrayList<>();
    for (By by : By.values()) {
      SortedMap<String, List<LedgerLine>> groups = new TreeMap<>();
      Function<LedgerLine, String> name = line -> name(by, line);
      lines.forEach(
          line -> groups.computeIfAbsent(name.apply(line), key -> new ArrayList<>()).add(line));
      groups.forEach((key, group) -> totals.add(of(by, key, group)));
    }
    return totals;
  }

  private static LedgerTotal of(By by, String name, List<LedgerLine> group) {
    return new LedgerTotal(
        by,
        name,
        group.stream().mapToLong(LedgerLine::amount).filter(yen -> yen > 0).sum(),
        -group.stream().mapToLong(LedgerLine::amount).filter(yen -> yen < 0).sum(),
        group.size());
  }

  private static String name(By by, LedgerLine line) {
    return switch (by) {
      case DAY -> line.day().toString();
      case PROCEDURE -> line.procedureName();
      case REVENUE -> line.revenue() + "（" + line.fiscalYear() + "年度）";
      case WAY -> Ways.label(line.method());
      case GATEWAY -> line.gateway() == null ? NO_GATEWAY : line.gateway();
    };
  }
}
