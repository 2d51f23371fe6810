package jp.ishikari.link.payments.ledger;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.edge.NameRules;
import jp.ishikari.link.payments.store.LedgerLine;

/**
 * The ledger as a file for the city's accounting system. Nothing of it is run by a spreadsheet, and
 * no character is lost unnoticed: what Windows-31J does not have becomes 〓 and is named.
 */
public final class LedgerFile {
  /** How it is written. */
  public enum Encoding {
    /** With the mark by which Excel knows it. */
    UTF_8,
    /** What Windows calls Shift_JIS. */
    WINDOWS_31J
  }

  /**
   * A character that the file does not hold.
   *
   * @param row as a spreadsheet counts, the heading being the first
   * @param codePoint as U+20BB7
   */
  public record Missing(int row, String column, String character, String codePoint) {}

  /**
   * The file.
   *
   * @param missing each place once, in order
   */
  public record Written(byte[] bytes, List<Missing> missing) {}

  static final List<String> COLUMNS =
      List.of(
          "記帳日",
          "区分",
          "金額",
          "納付・還付の日時",
          "受付番号",
          "手続",
          "課",
          "歳入科目",
          "会計年度",
          "方法",
          "決済サービス",
          "取引番号・領収書番号",
          "扱った職員");

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(Reception.JST);
  private static final Charset WINDOWS = Charset.forName("windows-31j");
  private static final String MARK = "\uFEFF";
  private static final String GETA = "〓";

  /** The same characters, which Microsoft's table has under another number. */
  private static final Map<Integer, String> SAME =
      Map.of(
          0x301C, "\uFF5E", 0x2212, "\uFF0D", 0x2014, "\u2015", 0x2016, "\u2225", 0x00A2, "\uFFE0",
          0x00A3, "\uFFE1", 0x00AC, "\uFFE2");

  private LedgerFile() {}

  /**
   * @param divisions names by id
   */
  public static Written write(
      List<LedgerLine> lines, Map<String, String> divisions, Encoding encoding) {
    List<Missing> missing = new ArrayList<>();
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
      csv.writeRecord(COLUMNS);
      for (int i = 0; i < lines.size(); i++) {
        List<String> cells = cells(lines.get(i), divisions);
        csv.writeRecord(encoding == Encoding.UTF_8 ? cells : held(cells, i + 2, missing));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return new Written(
        encoding == Encoding.UTF_8
            ? (MARK + text).getBytes(StandardCharsets.UTF_8)
            : text.toString().getBytes(WINDOWS),
        missing);
  }

  private static List<String> cells(LedgerLine line, Map<String, String> divisions) {
    return List.of(
        line.day().toString(),
        line.kind().label(),
        Long.toString(line.amount()),
        MOMENT.format(line.happenedAt()),
        line.receiptNumber(),
        shown(line.procedureName()),
        shown(divisions.getOrDefault(line.divisionId(), line.divisionId())),
        shown(line.revenue()),
        Integer.toString(line.fiscalYear()),
        shown(Ways.label(line.method())),
        line.gateway() == null ? "" : line.gateway(),
        shown(line.paymentId()),
        line.staffName() == null ? "" : shown(line.staffName()));
  }

  /** What a spreadsheet would reckon with is marked as text. */
  private static String shown(String text) {
    boolean reckoned =
        !text.isBlank() && NameRules.FORMULA_SIGNS.indexOf(text.strip().charAt(0)) >= 0;
    return reckoned ? "'" + text : text;
  }

  private static List<String> held(List<String> cells, int row, List<Missing> missing) {
    CharsetEncoder encoder = WINDOWS.newEncoder();
    List<String> all = new ArrayList<>();
    for (int column = 0; column < cells.size(); column++) {
      StringBuilder cell = new StringBuilder();
      String name = COLUMNS.get(column);
      cells
          .get(column)
          .codePoints()
          .forEach(
              point -> {
                String one = SAME.getOrDefault(point, Character.toString(point));
                if (encoder.canEncode(one)) {
                  cell.append(one);
                } else {
                  cell.append(GETA);
                  missing.add(new Missing(row, name, one, "U+%04X".formatted(point)));
                }
              });
      all.add(cell.toString());
    }
    return all;
  }
}
