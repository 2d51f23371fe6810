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
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.edge.Problem.FieldError;

/**
 * A file of staff as it comes out of a spreadsheet: UTF-8, with or without its mark, or Shift_JIS.
 */
final class StaffFile {
  /** More would not be done within the gateway's 29 seconds. */
  static final int MOST = 500;

  /** The heading, which is the first line. */
  static final List<String> COLUMNS = List.of("職員アカウント", "氏名", "役割", "課", "最初の日", "最後の日");

  /** What Windows calls Shift_JIS. */
  private static final Charset SHIFT_JIS = Charset.forName("windows-31j");

  private static final char MARK = '\uFEFF';

  /** A line with its number as a spreadsheet counts, and its cells in the order of the heading. */
  record Line(long number, List<String> cells) {
    String cell(String column) {
      return cells.get(COLUMNS.indexOf(column)).strip();
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
    return Stream.of(StandardCharsets.UTF_8, SHIFT_JIS)
        .flatMap(charset -> decoded(bytes, charset).stream())
        .findFirst()
        .map(text -> !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text);
  }

  private static Optional<String> decoded(byte[] bytes, Charset charset) {
    try {
      return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException other) {
      return Optional.empty();
    }
  }

  private static Outcome<List<FieldError>, List<Line>> lines(String text) {
    List<CsvRecord> records;
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder().allowExtraFields(true).allowMissingFields(true).ofCsvRecord(text)) {
      records = reader.stream().toList();
    } catch (CsvParseException | IOException broken) {
      return unreadable("CSVの形");
    }
    if (records.isEmpty() || !records.getFirst().getFields().equals(COLUMNS)) {
      return failure("columns", "1行目を「" + String.join("、", COLUMNS) + "」にしてください。");
    }
    if (records.size() > MOST + 1) {
      return failure("length", "一度に変更できるのは" + MOST + "人までです。ファイルを分けてください。");
    }
    List<Line> lines = new ArrayList<>();
    List<FieldError> errors = new ArrayList<>();
    for (CsvRecord record : records.subList(1, records.size())) {
      long number = record.getStartingLineNumber();
      if (record.getFieldCount() == COLUMNS.size()) {
        lines.add(new Line(number, record.getFields()));
      } else {
        errors.add(new FieldError("line" + number, "cells", number + "行目：列の数が見出しと違います。"));
      }
    }
    return errors.isEmpty() ? Outcome.success(lines) : Outcome.failure(errors);
  }

  private static Outcome<List<FieldError>, List<Line>> unreadable(String what) {
    return failure("unreadable", what + "を読み取れませんでした。CSV（UTF-8またはShift_JIS）で保存したファイルを選んでください。");
  }

  private static Outcome<List<FieldError>, List<Line>> failure(String code, String message) {
    return Outcome.failure(List.of(new FieldError("file", code, message)));
  }
}
