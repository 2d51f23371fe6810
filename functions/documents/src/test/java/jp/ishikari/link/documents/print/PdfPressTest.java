package jp.ishikari.link.documents.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import jp.ishikari.link.forms.AnswersInWords;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

/** What a printed letter is, by tools that did not print it. */
public class PdfPressTest {
  private static final String LINK = "https://portal.example.jp/verify#7K3M9QXT2HBC";

  static byte[] printed(String body) {
    return PdfPress.print(
        new Letter(
            "証明書の交付について（通知）",
            "石市民第１２３号",
            LocalDate.of(2026, 11, 30),
            "髙橋 﨑子　様",
            List.of("石狩市長", "市民課　電話 0133-72-3111"),
            body,
            new Letter.Check("7K3M-9QXT-2HBC", "https://portal.example.jp/verify", LINK)));
  }

  /** By veraPDF. */
  public static ValidationResult judged(byte[] pdf, PDFAFlavour flavour) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    try (PDFAParser parser =
            Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
        PDFAValidator judge = Foundries.defaultInstance().createValidator(flavour, false)) {
      return judge.validate(parser);
    }
  }

  /** The archive's standard with structure, and that of readers who listen. */
  @ParameterizedTest
  @EnumSource(
      value = PDFAFlavour.class,
      names = {"PDFA_2_A", "PDFUA_1"})
  void keepsTheStandardsOfArchivesAndOfScreenReadersOnSeveralPagesToo(PDFAFlavour flavour)
      throws Exception {
    ValidationResult result = judged(printed("決定しました。\n\n" + "あいうえお。".repeat(800)), flavour);
    assertTrue(result.getTotalAssertions() > 1000, "something was looked at");
    assertTrue(result.isCompliant(), () -> result.getFailedChecks().toString());
  }

  @ParameterizedTest
  @EnumSource(
      value = PDFAFlavour.class,
      names = {"PDFA_2_A", "PDFUA_1"})
  void keepsThemWithTablesAndWithEveryCharacterThatNoFontHas(PDFAFlavour flavour) throws Exception {
    List<AnswersInWords.Line> lines =
        Collections.nCopies(80, new AnswersInWords.Line("氏名", "𪚥野　辻\uDB40\uDD00😀\n2行目"));
    byte[] pdf =
        PdfPress.print(
            new Sheet(
                "申請の控え",
                "石狩市役所",
                List.of(
                    new AnswersInWords.Section("あなたについて", lines),
                    new AnswersInWords.Section("内容", lines)),
                List.of("控えです。")));
    ValidationResult result = judged(pdf, flavour);
    assertTrue(result.isCompliant(), () -> result.getFailedChecks().toString());
    try (PDDocument document = Loader.loadPDF(pdf)) {
      String text = new PDFTextStripper().getText(document);
      assertTrue(text.contains("〓野") && text.contains("U+2A6A5、U+8FBB U+E0100、U+1F600"), text);
    }
  }

  @Test
  void isReadInTheOrderInWhichItIsWrittenAndCarriesEveryCharacter() throws IOException {
    try (PDDocument document = Loader.loadPDF(printed("神﨑 髙 塚 ①㈱ 〜－"))) {
      String text = new PDFTextStripper().getText(document);
      List<String> parts =
          List.of(
              "石市民第１２３号",
              "令和8年11月30日",
              "髙橋 﨑子",
              "石狩市長",
              "証明書の交付",
              "神﨑 髙 塚 ①㈱ 〜－",
              "7K3M-9QXT-2HBC");
      int at = -1;
      for (String part : parts) {
        int found = text.indexOf(part);
        assertTrue(found > at, part + " in " + text);
        at = found;
      }
    }
  }

  /** What has no place to break is broken where the line ends, in every text of a letter. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "A*120",
        "7*120",
        "７*90",
        "{*4999",
        "_*300",
        "あ、*400",
        "https://example.jp/a*12",
        "ｱ*99",
        "𠮷*70"
      })
  void losesNothingRightOfTheMarginHoweverLongARunWithoutABreakIs(String times) throws IOException {
    String[] parts = times.split("\\*");
    String run = parts[0].repeat(Integer.parseInt(parts[1]));
    String head =
        run.substring(
            0, run.offsetByCodePoints(0, Math.min(100, run.codePointCount(0, run.length()))));
    byte[] pdf =
        PdfPress.print(
            new Letter(
                head, head, LocalDate.of(2026, 11, 30), head, List.of(head, head), run, null));
    Margins margins = new Margins();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      String text = margins.getText(document).replaceAll("\\s|\\d+ / \\d+", "");
      assertTrue(text.endsWith(run), () -> "all of the body stands there: " + text);
      assertEquals(List.of(), margins.beyond);
    }
  }

  /** What is drawn outside of the margins of 22 mm. */
  private static final class Margins extends PDFTextStripper {
    private static final float MARGIN = 22 * 72 / 25.4f - 0.5f;
    private final List<String> beyond = new ArrayList<>();

    @Override
    protected void processTextPosition(TextPosition glyph) {
      if (glyph.getX() < MARGIN
          || glyph.getX() + glyph.getWidth() > glyph.getPageWidth() - MARGIN) {
        beyond.add(glyph.getUnicode() + " at " + glyph.getX());
      }
      super.processTextPosition(glyph);
    }
  }

  @Test
  void showsAPictureThatACameraReads() throws Exception {
    try (PDDocument document = Loader.loadPDF(printed("本文"))) {
      BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 300);
      int[] dots = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
      assertEquals(
          LINK,
          new QRCodeReader()
              .decode(
                  new BinaryBitmap(
                      new HybridBinarizer(
                          new RGBLuminanceSource(page.getWidth(), page.getHeight(), dots))),
                  Map.of(DecodeHintType.TRY_HARDER, true))
              .getText());
    }
  }
}
