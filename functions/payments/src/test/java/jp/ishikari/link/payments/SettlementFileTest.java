package jp.ishikari.link.payments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.edge.Problem.FieldError;
import jp.ishikari.link.payments.settlement.SettlementFile;
import jp.ishikari.link.payments.settlement.SettlementProfile;
import jp.ishikari.link.payments.store.SettlementLine;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** How a gateway's settlement file is read, and what is said of one that can't be. */
class SettlementFileTest {
  private static final Charset WINDOWS = Charset.forName("windows-31j");
  private static final String KOMOJU =
      "type,payment_id,external_order_num,amount,currency,fee,date\r\n";
  private static final String GMO = "オーダーID,取引ID,処理区分,金額,手数料,処理日時\r\n";

  private static Outcome<List<FieldError>, List<SettlementLine>> read(
      String profile, String text, Charset charset) {
    return SettlementFile.read(
        SettlementProfile.find(profile).orElseThrow(),
        "file",
        2,
        Base64.getEncoder().encodeToString(text.getBytes(charset)));
  }

  private static List<SettlementLine> lines(String profile, String text, Charset charset) {
    return read(profile, text, charset)
        .fold(
            wrong -> {
              throw new AssertionError(wrong.toString());
            },
            lines -> lines);
  }

  private static List<String> mistakes(String profile, String text, Charset charset) {
    return read(profile, text, charset)
        .fold(
            wrong -> wrong.stream().map(FieldError::message).toList(),
            lines -> {
              throw new AssertionError("it was taken");
            });
  }

  @Nested
  class IsRead {
    @Test
    void inUtf8WithMomentsThatSayTheirOffset() {
      SettlementLine line =
          lines(
                  "komoju",
                  "\uFEFF" + KOMOJU + "payment,pay_1,r1,600,JPY,19,2026-11-30T23:30:00+09:00\r\n",
                  StandardCharsets.UTF_8)
              .getFirst();
      assertEquals(SettlementLine.Kind.RECEIPT, line.kind());
      assertEquals("2026-11-30", line.day().toString());
      assertEquals(600, line.amount());
      assertEquals(19, line.fee());
      assertEquals(2, line.row());
    }

    @Test
    void inShiftJisWithMomentsOfJapan() {
      SettlementLine line =
          lines("gmo", GMO + "o1,a1,返金,200,0,2026/12/01 00:10:00\r\n", WINDOWS).getFirst();
      assertEquals(SettlementLine.Kind.REFUND, line.kind());
      assertEquals(Instant.parse("2026-11-30T15:10:00Z"), line.at());
      assertEquals("2026-12-01", line.day().toString());
    }

    @Test
    void withOtherColumnsBetweenAndEmptyRowsAtItsEnd() {
      List<SettlementLine> lines =
          lines(
              "komoju",
              "id,type,payment_id,external_order_num,amount,currency,fee,date\n"
                  + "9,chargeback,pay_1,,600,JPY,0,2026-11-30T10:00:00+09:00\n,,,,,,,\n\n",
              StandardCharsets.UTF_8);
      assertEquals(1, lines.size());
      assertEquals(SettlementLine.Kind.CHARGE_BACK, lines.getFirst().kind());
    }
  }

  @Nested
  class Refused {
    @Test
    void isEverythingThatIsWrongAtOnceByRowAndColumn() {
      List<String> told =
          mistakes(
              "komoju",
              KOMOJU
                  + "sale,pay 1,r1,6.5,USD,-1,yesterday\r\n"
                  + "payment,pay_2,r2,600,JPY\r\n"
                  + "payment,pay_3,r3,600,JPY,19,2026-11-30T10:00:00+09:00\r\n",
              StandardCharsets.UTF_8);
      assertEquals(7, told.size(), told.toString());
      assertTrue(told.contains("2行目：「amount」が、0以上の数字（円）ではありません。"), told.toString());
      assertTrue(told.contains("2行目：「date」が、日時として読めません。"), told.toString());
      assertTrue(told.contains("3行目：列の数が、1行目と違います。"), told.toString());
    }

    @Test
    void isAFileInAnotherEncodingWithTheColumnsOfAnotherOrWithNothingInIt() {
      assertTrue(mistakes("komoju", GMO + "あ,い\r\n", WINDOWS).getFirst().contains("文字として読めません"));
      assertTrue(mistakes("gmo", KOMOJU, WINDOWS).getFirst().contains("取引ID"));
      assertTrue(mistakes("komoju", "", StandardCharsets.UTF_8).getFirst().contains("何も書かれていません"));
    }

    @Test
    void isAQuoteThatIsNeverClosed() {
      List<String> told =
          mistakes("komoju", KOMOJU + "payment,\"pay_1,r1\r\n", StandardCharsets.UTF_8);
      assertEquals(1, told.size(), told.toString());
    }

    @Test
    void areNoMoreMistakesThanSomebodyReads() {
      String text = KOMOJU + "x,x,x,x,x,x,x\r\n".repeat(500);
      assertEquals(100, mistakes("komoju", text, StandardCharsets.UTF_8).size());
    }
  }
}
