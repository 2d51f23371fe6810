package jp.ishikari.link.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Base64;
import java.util.Set;
import java.util.function.Consumer;
import jp.ishikari.link.aws.DynamoDivisionStore;
import jp.ishikari.link.blueprint.Bucket;
import jp.ishikari.link.blueprint.Role;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.domain.Division;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.Json;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.GatewayAnswer;
import jp.ishikari.link.testkit.SampleProcedure;
import jp.ishikari.link.testkit.TestCloud;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.node.ObjectNode;

/** What those who write the letters of a procedure are promised. */
@ExtendWith(Engines.class)
class LettersTest {
  private static final Caller.Staff DESIGNER =
      new Caller.Staff(
          "s-3", "山田", Set.of(Role.DIVISION_ADMINISTRATOR), Set.of("letters"), true, "s");

  private final TestCloud cloud;
  private OnPaper paper;

  LettersTest(TestCloud cloud) {
    this.cloud = cloud;
  }

  @BeforeEach
  void begin() {
    cloud.make(Bucket.PRINTED_DOCUMENTS);
    paper = OnPaper.begun(cloud);
    new DynamoDivisionStore(cloud)
        .save(new Division("letters", "市民課", "0133-72-3111", "1階", false));
  }

  private GatewayAnswer previewed(Consumer<ObjectNode> change) {
    return paper.asked(
        DESIGNER,
        Route.PREVIEW_LETTER,
        body -> {
          body.put("divisionId", "letters");
          body.set("form", Json.MAPPER.valueToTree(SampleProcedure.signedIn().procedure().form()));
          change.accept(body);
        });
  }

  private static void answered(ObjectNode body, String purpose) {
    ObjectNode answers = body.putObject("answers");
    answers.put("purpose", purpose).put("copies", 2);
    answers.putObject("name").put("family", "石狩").put("given", "花子");
  }

  @Nested
  class LookedAt {
    @Test
    void standOnPaperWithSampleAnswersAndSayThatTheyAreASample() throws Exception {
      GatewayAnswer answer =
          previewed(
              body -> {
                answered(body, "bank");
                body.put("body", "{通数}通\n{もし 使いみち＝金融機関}\n銀行のため\n{でなければ}\nほかのため\n{おわり}");
              });
      String pdf = OnPaper.read(answer).get("pdf").stringValue();
      try (PDDocument document = Loader.loadPDF(Base64.getDecoder().decode(pdf))) {
        String text = new PDFTextStripper().getText(document);
        assertTrue(text.contains("見本"), text);
        assertTrue(text.contains("石狩 花子") && text.contains("2通"), text);
        assertTrue(text.contains("銀行のため") && !text.contains("ほかのため"), text);
      }
    }

    @Test
    void standOnPaperWithInventedAnswersWhereNobodyWroteAnExample() throws Exception {
      GatewayAnswer answer =
          previewed(body -> body.put("body", "{通数}通\n{使いみち}のため\n{もし 使いみち＝金融機関}\n銀行へ\n{おわり}"));
      String pdf = OnPaper.read(answer).get("pdf").stringValue();
      try (PDDocument document = Loader.loadPDF(Base64.getDecoder().decode(pdf))) {
        String text = new PDFTextStripper().getText(document);
        assertTrue(text.contains("1通") && text.contains("金融機関のため"), text);
        assertTrue(text.contains("銀行へ") && text.contains("見本 花子"), text);
      }
    }

    @Test
    void tellEverythingThatIsWrongByTextAndLine() {
      GatewayAnswer answer =
          previewed(body -> body.put("title", "{ない}").put("body", "よい\n{もし 使いみち＝旅行}\n𪚥{おわり}"));
      assertEquals(400, answer.status());
      assertTrue(answer.body().contains("{ない}という項目はありません"), answer.body());
      assertTrue(answer.body().contains("2行目：条件「使いみち＝旅行」の答えは"), answer.body());
      assertTrue(answer.body().contains("U+2A6A5"), answer.body());
    }

    @Test
    void areOfNobodyElsesDivision() {
      assertEquals(404, previewed(body -> body.put("divisionId", "another")).status());
      assertEquals(
          403, paper.asked(OnPaper.clerk("letters"), Route.PREVIEW_LETTER, body -> {}).status());
    }
  }

  @Nested
  class OfferedInTheCase {
    @Test
    void putAnswersInAsTextWhateverStandsInThem() {
      GatewayAnswer answer =
          paper.byClerk(
              Route.MAKE_DOCUMENT,
              OnPaper.today(body -> body.put("title", "{通数}のこと").put("body", "{{受付番号}}と{受付番号}")));
      assertEquals(201, answer.status(), answer.body());
      String shown = paper.shownToClerk().toString();
      assertTrue(shown.contains("{受付番号}と" + grouped()), shown);
      assertFalse(shown.contains("{通数}"), shown);
    }

    private String grouped() {
      return paper.application().receiptNumber().replaceAll("(\\d{4})(?=\\d)", "$1-");
    }
  }
}
