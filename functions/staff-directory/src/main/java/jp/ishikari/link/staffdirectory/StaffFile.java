package jp.ishikari.link.staffdirectory;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.edge.NameRules;
import jp.ishikari.link.edge.Problem.FieldError;

/**
 * A file of staff as it comes out of a spreadsheet: UTF-8, with or without its mark, Shift_JIS, or
 * what Excel calls Unicode text (UTF-16 with its mark); cells between commas, tabs or semicolons.
 * Rows and columns that hold nothing are passed over.
 */
final class StaffFile {
  /** More would not be done within the gateway's 29 seconds. */
  static final int MOST = 500;

  /** The heading, which is the first line. */
  static final List<String> COLUMNS = List.of("職員アカウント", "氏名", "役割", "課", "最初の日", "最後の日");

  /** What Windows calls Shift_JIS. */
  private static final Charset SHIFT_JIS = Charset.forName("windows-31j");

  private static final char MARK = '\uFEFF';

  /** By this line, which it does not show, Excel is told what stands between cells. */
  private static final Pattern SEPARATOR_TOLD = Pattern.compile("sep=([,;\t])\\R");

  /** Also what already began with the mark has one more, so that each is read as it stood. */
  private static final Pattern MARKED_AS_TEXT =
      Pattern.compile("'['\\s\u3000\u00A0]*[" + NameRules.FORMULA_SIGNS + "]");

  /** A row with its number as a spreadsheet shows it, and its cells in the order of the heading. */
  record Line(long number, List<String> cells) {
    /** Without the mark before what a spreadsheet would reckon with, which the saved list has. */
    String cell(String column) {
      String cell = cells.get(COLUMNS.indexOf(column)).strip();
      return MARKED_AS_TEXT.matcher(cell).lookingAt() ? cell.substring(1) : cell;
    }
  }

  private StaffFile() {}

  /**
   * @param base64 the file's bytes
   */
  static Outcome<List<FieldError>, List<Line>> read(String base64) {
    return text(base64).map(StaffFile::lines).orElseGet(() -> unreadable("文字"));
  }

  private static Optional<String> text(String base64) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException broken) {
      return Optional.empty();
    }
    // Read as UTF-16, any bytes are characters: only its mark tells it.
    Stream<Charset> charsets =
        marked(bytes, 0xFF, 0xFE) || marked(bytes, 0xFE, 0xFF)
            ? Stream.of(StandardCharsets.UTF_16)
            : Stream.of(StandardCharsets.UTF_8, SHIFT_JIS);
    return charsets
        .flatMap(charset -> decoded(bytes, charset).stream())
        .findFirst()
        .map(text -> !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text);
  }

  private static boolean marked(byte[] bytes, int first, int second) {
    return bytes.length > 1
        && Byte.toUnsignedInt(bytes[0]) == first
        && Byte.toUnsignedInt(bytes[1]) == second;
  }

  private static Optional<String> decoded(byte[] bytes, Charset charset) {
    try {
      return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException other) {
      return Optional.empty();
    }
  }

  private static Outcome<List<FieldError>, List<Line>> lines(String text) {
    Matcher told = SEPARATOR_TOLD.matcher(text);
    String table = told.lookingAt() ? text.substring(told.end()) : text;
    char separator = told.lookingAt() ? told.group(1).charAt(0) : separator(table);
    long open = rowOfOpenQuote(table, separator);
    if (open > 0) {
      return failure("quote", open + "行目：「\"」で始まったセルが、ファイルの終わりまで閉じられていません。");
    }
    List<List<String>> rows;
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(separator)
            .skipEmptyLines(false)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .ofCsvRecord(table)) {
      rows = reader.stream().map(record -> withoutEmptyEnd(record.getFields())).toList();
    } catch (CsvParseException | IOException broken) {
      return unreadable("CSVの形");
    }
    if (rows.stream().allMatch(cells -> cells.stream().allMatch(String::isBlank))) {
      return failure("empty", "ファイルに何も書かれていません。「いまの一覧をCSVで保存する」で保存したファイルを直して、選んでください。");
    }
    if (!rows.getFirst().stream().map(String::strip).toList().equals(COLUMNS)) {
      return failure("columns", "1行目を「" + String.join("、", COLUMNS) + "」にしてください。");
    }
    List<Line> lines = new ArrayList<>();
    StaffFileMistakes mistakes = new StaffFileMistakes();
    int filled = 0;
    for (int row = 1; row < rows.size(); row++) {
      List<String> cells = rows.get(row);
      int number = row + 1;
      if (cells.stream().allMatch(String::isBlank)) {
        continue;
      }
      filled++;
      if (cells.size() == COLUMNS.size()) {
        lines.add(new Line(number, cells));
      } else {
        mistakes.add(number, "", "", "cells", "列の数が見出しと違います。");
      }
    }
    if (filled > MOST) {
      return failure(
          "length", "一度に変更できるのは" + MOST + "人までです。このファイルには" + filled + "人分の行があります。ファイルを分けてください。");
    }
    return mistakes.none() ? Outcome.success(lines) : Outcome.failure(mistakes.told());
  }

  /** The row whose cell begins with a quote that nothing ends, or 0. */
  private static long rowOfOpenQuote(String table, char separator) {
    long row = 1;
    long opened = 0;
    char before = separator;
    for (int i = 0; i < table.length(); i++) {
      char c = table.charAt(i);
      if (opened > 0) {
        boolean pair = c == '"' && i + 1 < table.length() && table.charAt(i + 1) == '"';
        i += pair ? 1 : 0;
        opened = c == '"' && !pair ? 0 : opened;
      } else if (c == '"' && (before == separator || before == '\n' || before == '\r')) {
        opened = row;
      } else if (c == '\n' || c == '\r') {
        row += c == '\n' && before == '\r' ? 0 : 1;
      }
      before = c;
    }
    return opened;
  }

  /** Whichever stands most often in the heading. */
  private static char separator(String table) {
    String heading = table.lines().findFirst().orElse("");
    return Stream.of(',', '\t', ';')
        .max(Comparator.comparing(each -> heading.chars().filter(c -> c == each).count()))
        .orElseThrow();
  }

  /** Without the empty cells that a spreadsheet writes for columns that were once in use. */
  private static List<String> withoutEmptyEnd(List<String> cells) {
    int end = cells.size();
    while (end > COLUMNS.size() && cells.get(end - 1).isBlank()) {
      end--;
    }
    return cells.subList(0, end);
  }

  private static Outcome<List<FieldError>, List<Line>> unreadable(String what) {
    return failure("unreadable", what + "を読み取れませんでした。CSVで保存したファイルを選んでください。");
  }

  private static Outcome<List<FieldError>, List<Line>> failure(String code, String message) {
    return Outcome.failure(List.of(new FieldError("file", code, message)));
  }
}
