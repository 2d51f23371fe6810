package jp.ishikari.link.payments.settlement;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.edge.Problem.FieldError;
import jp.ishikari.link.payments.store.SettlementLine;

/**
 * Reads one piece of a gateway's settlement file: its heading and some of its rows. Everything
 * wrong with it is told at once, by row, in words for whoever chose the file.
 */
public final class SettlementFile {
  /** More are not read by anybody. */
  private static final int MOST_MISTAKES = 100;

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,100}");
  private static final Pattern YEN = Pattern.compile("[0-9]{1,9}");
  private static final String MARK = "\uFEFF";

  private final SettlementProfile profile;
  private final String file;
  private final List<FieldError> mistakes = new ArrayList<>();

  private SettlementFile(SettlementProfile profile, String file) {
    this.profile = profile;
    this.file = file;
  }

  /**
   * @param file what the file is called here, the same for all of its pieces
   * @param firstRow which row of the whole file stands behind the heading, as a spreadsheet counts
   * @param base64 the piece
   */
  public static Outcome<List<FieldError>, List<SettlementLine>> read(
      SettlementProfile profile, String file, int firstRow, String base64) {
    return new SettlementFile(profile, file).read(firstRow, base64);
  }

  private Outcome<List<FieldError>, List<SettlementLine>> read(int firstRow, String base64) {
    List<List<String>> rows;
    try {
      rows = rows(base64);
    } catch (CharacterCodingException | IllegalArgumentException other) {
      return whole(
          "encoding", "この形式（%s）の文字として読めません。形式を選び直すか、ファイルを確かめてください。".formatted(profile.label()));
    } catch (CsvParseException | IOException broken) {
      return whole("csv", "CSVとして読めません。「\"」が閉じられていないことがあります。");
    }
    if (rows.isEmpty() || rows.getFirst().stream().allMatch(String::isBlank)) {
      return whole("empty", "ファイルに何も書かれていません。");
    }
    List<String> heading = rows.getFirst().stream().map(String::strip).toList();
    List<String> missing =
        profile.columns().stream().filter(one -> !heading.contains(one)).toList();
    if (!missing.isEmpty()) {
      return whole("columns", "1行目に、次の列がありません：" + String.join("、", missing));
    }
    List<SettlementLine> lines = new ArrayList<>();
    for (int i = 1; i < rows.size() && mistakes.size() < MOST_MISTAKES; i++) {
      List<String> cells = rows.get(i);
      if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
        line(firstRow + i - 1, heading, cells).ifPresent(lines::add);
      }
    }
    return mistakes.isEmpty() ? Outcome.success(lines) : Outcome.failure(mistakes);
  }

  private static Outcome<List<FieldError>, List<SettlementLine>> whole(
      String code, String message) {
    return Outcome.failure(List.of(new FieldError("content", code, message)));
  }

  private List<List<String>> rows(String base64) throws IOException {
    byte[] bytes = Base64.getDecoder().decode(base64);
    String text =
        Charset.forName(profile.charset()).newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .skipEmptyLines(false)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .ofCsvRecord(text.startsWith(MARK) ? text.substring(1) : text)) {
      return reader.stream().map(CsvRecord::getFields).toList();
    }
  }

  private Optional<SettlementLine> line(int row, List<String> heading, List<String> cells) {
    if (cells.size() != heading.size()) {
      mistake(row, "cells", "列の数が、1行目と違います。");
      return Optional.empty();
    }
    Row of = new Row(row, heading, cells);
    SettlementLine.Kind kind = profile.kinds().get(of.cell(profile.kind()));
    if (kind == null) {
      mistake(of, profile.kind(), "知らない区分です。");
    }
    String paymentId = of.cell(profile.paymentId());
    if (!NAME.matcher(paymentId).matches()) {
      mistake(of, profile.paymentId(), "取引の番号ではありません。");
    }
    String reference = of.cell(profile.reference());
    if (!reference.isEmpty() && !NAME.matcher(reference).matches()) {
      mistake(of, profile.reference(), "注文の番号ではありません。");
    }
    long amount = yen(of, profile.amount());
    long fee = yen(of, profile.fee());
    if (profile.currency() != null && !of.cell(profile.currency()).equals("JPY")) {
      mistake(of, profile.currency(), "円（JPY）ではありません。");
    }
    Optional<Instant> at = moment(of.cell(profile.at()));
    if (at.isEmpty()) {
      mistake(of, profile.at(), "日時として読めません。");
    }
    return kind == null || at.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new SettlementLine(
                profile.gateway(),
                Reception.today(at.get()),
                kind,
                paymentId,
                reference.isEmpty() ? null : reference,
                amount,
                fee,
                at.get(),
                file,
                row));
  }

  private record Row(int number, List<String> heading, List<String> cells) {
    String cell(String column) {
      return cells.get(heading.indexOf(column)).strip();
    }
  }

  private long yen(Row row, String column) {
    String cell = row.cell(column);
    if (!YEN.matcher(cell).matches()) {
      mistake(row, column, "0以上の数字（円）ではありません。");
      return 0;
    }
    return Long.parseLong(cell);
  }

  private Optional<Instant> moment(String cell) {
    try {
      TemporalAccessor read =
          DateTimeFormatter.ofPattern(profile.date())
              .parseBest(cell, OffsetDateTime::from, LocalDateTime::from);
      return Optional.of(
          read instanceof OffsetDateTime moment
              ? moment.toInstant()
              : LocalDateTime.from(read).atZone(Reception.JST).toInstant());
    } catch (DateTimeException other) {
      return Optional.empty();
    }
  }

  private void mistake(Row row, String column, String message) {
    mistake(row.number(), column, "「" + column + "」が、" + message);
  }

  private void mistake(int row, String code, String message) {
    if (mistakes.size() < MOST_MISTAKES) {
      mistakes.add(new FieldError("rows." + row, code, row + "行目：" + message));
    }
  }
}
