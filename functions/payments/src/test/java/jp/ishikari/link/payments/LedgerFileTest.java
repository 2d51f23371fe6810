package jp.ishikari.link.payments;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import jp.ishikari.link.payments.ledger.LedgerFile;
import jp.ishikari.link.payments.store.LedgerLine;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the accounting system is handed, in both encodings. */
class LedgerFileTest {
  private static LedgerLine line(String procedure, String paymentId, long amount) {
    Instant at = Instant.parse("2026-11-30T15:30:00Z");
    return new LedgerLine(
        LocalDate.parse("2026-12-01"),
        "line",
        amount > 0 ? LedgerLine.Kind.RECEIPT : LedgerLine.Kind.REFUND,
        amount,
        at,
        at,
        "application",
        "1-2345-6789",
        "procedure",
        procedure,
        "shimin",
        "総務手数料",
        2026,
        "counter",
        null,
        null,
        paymentId,
        "鈴木 一郎");
  }

  private static LedgerFile.Written written(LedgerFile.Encoding encoding, LedgerLine... lines) {
    return LedgerFile.write(List.of(lines), Map.of("shimin", "市民課"), encoding);
  }

  private static String windows(LedgerFile.Written file) {
    return new String(file.bytes(), Charset.forName("windows-31j"));
  }

  @Nested
  class InUtf8 {
    @Test
    void beginsWithTheMarkThatExcelLooksForAndHoldsEveryCharacter() {
      LedgerFile.Written file =
          written(LedgerFile.Encoding.UTF_8, line("𠮷野～証明〜", "counter-1", 600));
      assertArrayEquals(
          new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, Arrays.copyOf(file.bytes(), 3));
      String text = new String(file.bytes(), StandardCharsets.UTF_8);
      assertTrue(text.contains("𠮷野～証明〜"), text);
      assertTrue(file.missing().isEmpty());
    }

    @Test
    void saysTheMomentInJapanAndTheAmountAsANumber() {
      String text =
          new String(
              written(LedgerFile.Encoding.UTF_8, line("証明", "counter-1", -600)).bytes(),
              StandardCharsets.UTF_8);
      assertTrue(text.contains("2026-12-01,還付,-600,2026-12-01 00:30:00,"), text);
    }

    @Test
    void marksAsTextWhatASpreadsheetWouldReckonWith() {
      String text =
          new String(
              written(
                      LedgerFile.Encoding.UTF_8,
                      line("=HYPERLINK(\"http://a\")", "＋1", 600),
                      line(" -1+1", "@sum", 600))
                  .bytes(),
              StandardCharsets.UTF_8);
      assertTrue(text.contains("\"'=HYPERLINK(\"\"http://a\"\")\""), text);
      assertTrue(text.contains(",'＋1,"), text);
      assertTrue(text.contains("' -1+1"), text);
      assertTrue(text.contains(",'@sum,"), text);
    }
  }

  @Nested
  class InWindows31J {
    @Test
    void namesEachCharacterThatItDoesNotHoldAndNeverWritesAQuestionMark() {
      LedgerFile.Written file =
          written(LedgerFile.Encoding.WINDOWS_31J, line("証明", "a", 600), line("𠮷野の証明", "b", 600));
      assertEquals(List.of(new LedgerFile.Missing(3, "手続", "𠮷", "U+20BB7")), file.missing());
      assertTrue(windows(file).contains("〓野の証明"), windows(file));
      assertFalse(windows(file).contains("?"), windows(file));
    }

    @Test
    void writesAWaveAndAMinusThatMicrosoftHasUnderAnotherNumber() {
      LedgerFile.Written file = written(LedgerFile.Encoding.WINDOWS_31J, line("証明〜写し−", "a", 600));
      assertTrue(file.missing().isEmpty(), file.missing().toString());
      assertTrue(windows(file).contains("証明～写し－"), windows(file));
    }
  }
}
