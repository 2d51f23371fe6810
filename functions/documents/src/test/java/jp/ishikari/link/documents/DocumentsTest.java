package jp.ishikari.link.documents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.simplereport.SimpleReport;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.ishikari.link.aws.DocumentsRow;
import jp.ishikari.link.aws.DynamoDivisionStore;
import jp.ishikari.link.blueprint.Bucket;
import jp.ishikari.link.blueprint.Key;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Role;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.blueprint.Setting;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.documents.print.PdfPressTest;
import jp.ishikari.link.documents.print.PdfSealTest;
import jp.ishikari.link.documents.print.Seal;
import jp.ishikari.link.documents.store.CaseDocument;
import jp.ishikari.link.documents.store.DocumentStore;
import jp.ishikari.link.documents.store.DynamoDocumentStore;
import jp.ishikari.link.documents.store.S3DocumentObjects;
import jp.ishikari.link.domain.Division;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.testauthority.SealAuthority;
import jp.ishikari.link.testkit.AtOnce;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.GatewayAnswer;
import jp.ishikari.link.testkit.SampleApplications;
import jp.ishikari.link.testkit.SampleProcedure;
import jp.ishikari.link.testkit.TestCloud;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import tools.jackson.databind.JsonNode;

/** What clerks, applicants and those who check a document are promised. */
@ExtendWith(Engines.class)
class DocumentsTest {
  private static final Pattern CODE =
      Pattern.compile("確認番号[\\s　]*([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})");

  private final TestCloud cloud;
  private OnPaper paper;

  DocumentsTest(TestCloud cloud) {
    this.cloud = cloud;
  }

  @BeforeEach
  void apply() {
    cloud.make(Bucket.PRINTED_DOCUMENTS);
    paper = OnPaper.begun(cloud);
  }

  @Test
  void severalOfOneCaseAreHandedOverAndRevokedAtTheSameMoment() {
    List<String> made = Stream.generate(() -> paper.made(body -> {})).limit(4).toList();
    AtOnce.each(
            made.size(),
            i -> paper.byClerk(Route.ISSUE_DOCUMENT, OnPaper.named(made.get(i))).status())
        .forEach(status -> assertEquals(200, status));
    AtOnce.each(
            made.size(),
            i ->
                paper
                    .byClerk(
                        Route.REVOKE_DOCUMENT,
                        body -> body.put("documentId", made.get(i)).put("reason", "誤りがありました。"))
                    .status())
        .forEach(status -> assertEquals(200, status));
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  private static String codeOn(byte[] pdf) throws IOException {
    Matcher found = CODE.matcher(text(pdf));
    assertTrue(found.find(), "the code stands on the document");
    return found.group(1);
  }

  private JsonNode only(JsonNode documents) {
    assertEquals(1, documents.get("documents").size(), documents.toString());
    return documents.get("documents").get(0);
  }

  @Nested
  class Made {
    @Test
    void hasTheWordsOfTheCaseWhereTheTextNamesThem() throws Exception {
      String printed = text(paper.openedByClerk(paper.made(body -> {})));
      assertTrue(printed.contains("サンプル証明書の交付請求"), printed);
      assertTrue(
          printed.contains(
              paper.application().receiptNumber().replaceAll("(\\d{4})(?=\\d)", "$1-")),
          printed);
      assertTrue(printed.contains("市民課"), printed);
      assertFalse(printed.contains("{"), printed);
    }

    @Test
    void isKnownToNobodyButClerksUntilItIsHandedOver() throws Exception {
      String documentId = paper.made(body -> {});
      String code = codeOn(paper.openedByClerk(documentId));
      assertEquals(0, paper.shownToResident().get("documents").size());
      assertEquals(404, paper.byResident(Route.OPEN_DOCUMENT, OnPaper.named(documentId)).status());
      assertEquals(404, paper.verified(code).status());
      assertEquals("READY", only(paper.shownToClerk()).get("state").stringValue());
      assertEquals(List.of(), paper.events());
    }

    @Test
    void isMadeOnceHoweverOftenTheButtonIsPressed() {
      String key = UUID.randomUUID().toString();
      Caller clerk = OnPaper.clerk(paper.application().divisionId());
      GatewayAnswer first = paper.asked(clerk, Route.MAKE_DOCUMENT, key, OnPaper.today(body -> {}));
      GatewayAnswer again = paper.asked(clerk, Route.MAKE_DOCUMENT, key, OnPaper.today(body -> {}));
      assertEquals(201, again.status());
      assertEquals(first.body(), again.body());
      only(paper.shownToClerk());
    }

    @Test
    void takesNothingOfWhatIsTypedForMarkup() throws Exception {
      String typed = "<b>太字</b>&amp;<img src=\"file:///etc/passwd\"/>";
      assertTrue(
          text(paper.openedByClerk(paper.made(body -> body.put("body", typed)))).contains(typed));
    }

    /** With the key where it is kept, which gives out nothing but signatures. */
    @Test
    void isSealedByTheKeyOfTheCityWhereTheCityHasACertificate() throws Exception {
      String unsealed = paper.made(body -> {});
      assertFalse(line(paper.shownToClerk(), unsealed).get("sealed").booleanValue());
      byte[] publicKey =
          cloud
              .keys()
              .getPublicKey(r -> r.keyId(cloud.environment().nameOf(Key.DOCUMENT_SEAL)))
              .publicKey()
              .asByteArray();
      X509CertificateHolder certificate =
          new SealAuthority(Instant.now().minusSeconds(60)).certify(publicKey);
      OnPaper sealing =
          new OnPaper(
              cloud.with(
                  Setting.SEAL_CERTIFICATE,
                  Base64.getEncoder().encodeToString(certificate.getEncoded())),
              paper.application(),
              paper.resident());
      String documentId = sealing.made(body -> {});
      assertTrue(line(sealing.shownToClerk(), documentId).get("sealed").booleanValue());
      SimpleReport report = PdfSealTest.judged(sealing.openedByClerk(documentId), certificate);
      assertEquals(Indication.TOTAL_PASSED, report.getIndication(report.getFirstSignatureId()));
    }

    private JsonNode line(JsonNode documents, String documentId) {
      return documents
          .get("documents")
          .valueStream()
          .filter(one -> one.get("documentId").stringValue().equals(documentId))
          .findFirst()
          .orElseThrow();
    }

    @Test
    void isDiscardedWithItsFile() {
      String documentId = paper.made(body -> {});
      assertEquals(204, paper.byClerk(Route.DISCARD_DOCUMENT, OnPaper.named(documentId)).status());
      // Its text may be wanted for the next one.
      JsonNode discarded = only(paper.shownToClerk());
      assertEquals("DISCARDED", discarded.get("state").stringValue());
      assertFalse(discarded.get("body").stringValue().isEmpty());
      assertEquals(0, paper.shownToResident().get("documents").size());
      assertEquals(409, paper.byClerk(Route.ISSUE_DOCUMENT, OnPaper.named(documentId)).status());
      assertThrows(
          NoSuchKeyException.class,
          () ->
              cloud
                  .buckets()
                  .getObject(
                      r -> r.bucket(Names.physical(Bucket.PRINTED_DOCUMENTS)).key(documentId)));
    }

    @Test
    void isOneOfAHundredAndWhatWasDiscardedDoesNotCount() {
      DocumentStore documents = new DynamoDocumentStore(cloud);
      String made = paper.made(body -> {});
      CaseDocument ready =
          documents.of(paper.application().applicationId()).find(made).orElseThrow();
      for (int i = 1; i < 100; i++) {
        documents.begin(
            new CaseDocument(
                ready.applicationId(),
                UUID.randomUUID().toString(),
                ready.content(),
                ready.made(),
                CaseDocument.Standing.MAKING),
            SampleApplications.token());
      }
      assertEquals(422, paper.byClerk(Route.MAKE_DOCUMENT, OnPaper.today(body -> {})).status());
      assertEquals(204, paper.byClerk(Route.DISCARD_DOCUMENT, OnPaper.named(made)).status());
      paper.made(body -> {});
    }

    /** Not in the address: it would stand in logs. */
    @Test
    void isSavedUnderItsNumberAndTitleWhichStandInNoAddress() throws Exception {
      String documentId =
          paper.made(body -> body.put("number", "石市民第1号").put("title", "交付/不交付の通知"));
      String url =
          OnPaper.read(paper.byClerk(Route.OPEN_CASE_DOCUMENT, OnPaper.named(documentId)))
              .get("url")
              .stringValue();
      try (HttpClient http = HttpClient.newHttpClient()) {
        String told =
            http.send(
                    HttpRequest.newBuilder(URI.create(url)).build(),
                    HttpResponse.BodyHandlers.discarding())
                .headers()
                .firstValue("Content-Disposition")
                .orElseThrow();
        String name = URLEncoder.encode("石市民第1号 交付 不交付の通知.pdf", UTF_8).replace("+", "%20");
        assertEquals("attachment; filename*=UTF-8''" + name, told);
        assertFalse(url.contains(URLEncoder.encode("通知", UTF_8)), url);
      }
    }

    @Test
    void leavesNoFileWhenAClerkDiscardsItWhileItIsPrinted() {
      String application = paper.application().applicationId();
      DocumentStore documents = new DynamoDocumentStore(cloud);
      String made = paper.made(body -> {});
      CaseDocument ready = documents.of(application).find(made).orElseThrow();
      CaseDocument begun =
          new CaseDocument(
              application,
              UUID.randomUUID().toString(),
              ready.content(),
              new CaseDocument.Made("s-1", "鈴木 一郎", ready.made().at(), "hash", null),
              CaseDocument.Standing.MAKING);
      assertEquals(Outcome.success(begun), documents.begin(begun, SampleApplications.token()));
      Division division =
          new DynamoDivisionStore(cloud).find(paper.application().divisionId()).orElseThrow();
      assertEquals(
          204, paper.byClerk(Route.DISCARD_DOCUMENT, OnPaper.named(begun.documentId())).status());
      assertEquals(
          Outcome.failure(new NotSaved.Overtaken()),
          new Printing(documents, new S3DocumentObjects(cloud), Seal.NONE, "https://x.example.jp")
              .print(begun, division, "7K3M9QXT2HBC"));
      assertThrows(
          NoSuchKeyException.class,
          () ->
              cloud
                  .buckets()
                  .getObject(
                      r ->
                          r.bucket(Names.physical(Bucket.PRINTED_DOCUMENTS))
                              .key(begun.documentId())));
    }

    /** The function may end between two of its steps. */
    @Test
    void isSeenByTheClerkAndCanOnlyBeDiscardedWhenItsPrintingBrokeOff() {
      String documentId = paper.made(body -> {});
      cloud
          .dynamoDb()
          .updateItem(
              r ->
                  r.tableName(Names.physical(Table.DOCUMENTS))
                      .key(
                          Map.of(
                              "applicationId",
                              AttributeValue.fromS(paper.application().applicationId()),
                              "entry",
                              AttributeValue.fromS("document#" + documentId)))
                      .updateExpression("SET #state = :making")
                      .expressionAttributeNames(Map.of("#state", "state"))
                      .expressionAttributeValues(
                          Map.of(":making", AttributeValue.fromS("MAKING"))));
      assertEquals("MAKING", only(paper.shownToClerk()).get("state").stringValue());
      assertEquals(
          422, paper.byClerk(Route.OPEN_CASE_DOCUMENT, OnPaper.named(documentId)).status());
      GatewayAnswer refused = paper.byClerk(Route.ISSUE_DOCUMENT, OnPaper.named(documentId));
      assertEquals(409, refused.status());
      assertTrue(refused.text("detail").contains("作成が終わっていません"), refused.body());
      assertEquals(204, paper.byClerk(Route.DISCARD_DOCUMENT, OnPaper.named(documentId)).status());
    }
  }

  @Nested
  class HandedOver {
    @Test
    void isOpenedByItsApplicantAndTheFirstTimeIsOnRecordForBothSides() {
      String documentId = paper.issued(body -> {});
      assertFalse(only(paper.shownToResident()).has("openedAt"));
      byte[] pdf = paper.openedByResident(documentId);
      assertArrayEquals(paper.openedByClerk(documentId), pdf);
      JsonNode first = only(paper.shownToResident()).get("openedAt");
      assertNotNull(first);
      paper.openedByResident(documentId);
      assertEquals(first, only(paper.shownToResident()).get("openedAt"));
      assertEquals(first, only(paper.shownToClerk()).get("openedAt"));
      assertEquals(List.of("DOCUMENT_ISSUED", "DOCUMENT_OPENED"), paper.events());
    }

    /** What whoever gets no mail sees in the list of their applications. */
    @Test
    void waitsForItsApplicantUntilTheyOpenItOrItHoldsNoMore() {
      LocalDate until = LocalDate.now(Reception.JST).plusDays(90);
      assertEquals(Optional.empty(), waiting());
      String documentId = paper.issued(body -> {});
      assertEquals(Optional.of(until), waiting());
      paper.openedByResident(documentId);
      assertEquals(Optional.empty(), waiting());
      String other = paper.issued(body -> {});
      assertEquals(Optional.of(until), waiting());
      paper.byClerk(
          Route.REVOKE_DOCUMENT, body -> body.put("documentId", other).put("reason", "誤り"));
      assertEquals(Optional.empty(), waiting());
    }

    private Optional<LocalDate> waiting() {
      String applicationId = paper.application().applicationId();
      return DocumentsRow.waiting(cloud).ofAll(Set.of(applicationId)).get(applicationId);
    }

    @Test
    void isHandedOverOnceByTwoClerksAtTheSameMoment() {
      String documentId = paper.made(body -> {});
      List<Integer> answers =
          IntStream.range(0, 4)
              .parallel()
              .mapToObj(
                  i -> paper.byClerk(Route.ISSUE_DOCUMENT, OnPaper.named(documentId)).status())
              .sorted()
              .toList();
      assertEquals(List.of(200, 409, 409, 409), answers);
      assertEquals(List.of("DOCUMENT_ISSUED"), paper.events());
    }

    @Test
    void isReplacedAtTheMomentTheOtherIsHandedOverAndNotBefore() throws Exception {
      String old = paper.issued(body -> {});
      String code = codeOn(paper.openedByResident(old));
      String next = paper.made(body -> body.put("replaces", old));
      assertEquals("VALID", validity(code));
      assertEquals(200, paper.byClerk(Route.ISSUE_DOCUMENT, OnPaper.named(next)).status());
      assertEquals("REPLACED", validity(code));
      assertEquals(422, paper.byResident(Route.OPEN_DOCUMENT, OnPaper.named(old)).status());
      assertEquals("VALID", validity(codeOn(paper.openedByResident(next))));
      JsonNode shown = paper.shownToResident().get("documents");
      assertEquals(next, shown.get(0).get("documentId").stringValue(), "the newest first");
      assertEquals(shown.get(1).get("title"), shown.get(0).get("replaces"));
      assertEquals(shown.get(0).get("title"), shown.get(1).get("replacedBy"));
      assertEquals(
          List.of("DOCUMENT_ISSUED", "DOCUMENT_OPENED", "DOCUMENT_REPLACED", "DOCUMENT_OPENED"),
          paper.events());
    }

    @Test
    void isRevokedWithAReasonThatItsApplicantReads() throws Exception {
      String documentId = paper.issued(body -> {});
      String code = codeOn(paper.openedByClerk(documentId));
      GatewayAnswer revoked =
          paper.byClerk(
              Route.REVOKE_DOCUMENT,
              body -> body.put("documentId", documentId).put("reason", "金額の誤り"));
      assertEquals(200, revoked.status(), revoked.body());
      JsonNode shown = only(paper.shownToResident());
      assertEquals("REVOKED", shown.get("state").stringValue());
      assertEquals("金額の誤り", shown.get("reason").stringValue());
      assertFalse(shown.get("openable").booleanValue());
      assertEquals(422, paper.byResident(Route.OPEN_DOCUMENT, OnPaper.named(documentId)).status());
      assertEquals("REVOKED", validity(code));
      JsonNode line = only(paper.shownToClerk());
      assertEquals("鈴木 一郎", line.get("issuedBy").stringValue());
      assertEquals("鈴木 一郎", line.get("endedBy").stringValue());
      assertFalse(shown.has("issuedBy") || shown.has("endedBy"), "names are the city hall's own");
      assertEquals(
          409,
          paper
              .byClerk(
                  Route.REVOKE_DOCUMENT,
                  body -> body.put("documentId", documentId).put("reason", "もう一度"))
              .status());
      assertEquals(List.of("DOCUMENT_ISSUED", "DOCUMENT_REVOKED"), paper.events());
    }

    @Test
    void isNotOpenedAfterItsPeriod() {
      String documentId = paper.issued(body -> {});
      LocalDate yesterday = LocalDate.now(Reception.JST).minusDays(1);
      cloud
          .dynamoDb()
          .updateItem(
              r ->
                  r.tableName(Names.physical(Table.DOCUMENTS))
                      .key(
                          Map.of(
                              "applicationId",
                              AttributeValue.fromS(paper.application().applicationId()),
                              "entry",
                              AttributeValue.fromS("document#" + documentId)))
                      .updateExpression("SET openUntil = :day")
                      .expressionAttributeValues(
                          Map.of(":day", AttributeValue.fromS(yesterday.toString()))));
      assertEquals(422, paper.byResident(Route.OPEN_DOCUMENT, OnPaper.named(documentId)).status());
      assertFalse(only(paper.shownToResident()).get("openable").booleanValue());
    }
  }

  private String validity(String code) {
    return OnPaper.read(paper.verified(code)).get("validity").stringValue();
  }

  @Nested
  class Checked {
    @Test
    void tellsWhetherItHoldsSinceWhenAndByWhomAndNothingOfWhatStandsInIt() throws Exception {
      String documentId = paper.issued(body -> {});
      byte[] pdf = paper.openedByResident(documentId);
      GatewayAnswer answer = paper.verified(codeOn(pdf));
      JsonNode shown = OnPaper.read(answer);
      assertEquals(
          Set.of("validity", "dated", "issuedAt", "division", "sha256"),
          Set.copyOf(shown.propertyNames()));
      assertEquals("市民課", shown.get("division").stringValue());
      assertEquals(
          HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(pdf)),
          shown.get("sha256").stringValue());
      assertFalse(answer.body().contains(SampleProcedure.FAMILY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7K3M-9QXT-2HBC", "あ", "' OR 1=1", "0"})
    void answersAlikeWhateverElseIsTyped(String typed) {
      GatewayAnswer answer = paper.verified(typed);
      assertEquals(404, answer.status());
      assertEquals(said(paper.verified("0000-0000-0000")), said(answer));
    }

    private static String said(GatewayAnswer answer) {
      return answer.body().replaceAll("\"correlationId\":\"[^\"]+\"", "");
    }

    @Test
    void takesTheCodeHoweverItIsTyped() throws Exception {
      String code = codeOn(paper.openedByClerk(paper.issued(body -> {})));
      assertEquals("VALID", validity(code.toLowerCase(Locale.ROOT).replace("-", " ")));
    }
  }

  @Nested
  class Receipt {
    private byte[] printed(GatewayAnswer answer) {
      return Base64.getDecoder().decode(OnPaper.read(answer).get("pdf").stringValue());
    }

    @Test
    void tellsItsApplicantWhatArrivedAndNamesWhatCannotBeDrawnInsteadOfRefusing() throws Exception {
      byte[] pdf = printed(paper.byResident(Route.PRINT_APPLICATION, body -> {}));
      String text = text(pdf);
      assertTrue(text.contains("サンプル証明書の交付請求"), text);
      assertTrue(
          text.contains(paper.application().receiptNumber().replaceAll("(\\d{4})(?=\\d)", "$1-")),
          text);
      assertTrue(text.contains("600円"), text);
      // One dot is asked for, and no font gives it.
      assertTrue(text.contains("辻") && text.contains("U+8FBB U+E0100"), text);
      assertTrue(text.contains("𠮷"), text);
      assertTrue(PdfPressTest.judged(pdf, PDFAFlavour.PDFA_2_A).isCompliant());
    }

    @Test
    void isTheSameForTheClerkAndForNobodyElse() throws Exception {
      assertEquals(
          text(printed(paper.byResident(Route.PRINT_APPLICATION, body -> {}))),
          text(printed(paper.byClerk(Route.PRINT_CASE, body -> {}))));
      Caller stranger = new Caller.Resident("account-x", "session", true);
      assertEquals(404, paper.asked(stranger, Route.PRINT_APPLICATION, body -> {}).status());
      assertEquals(
          404, paper.asked(OnPaper.clerk("another"), Route.PRINT_CASE, body -> {}).status());
    }
  }

  @Nested
  class Refused {
    @ParameterizedTest
    @CsvSource({
      "body, 𪚥野様, 「𪚥」（U+2A6A5）",
      "addressee, 絵文字😀様, 「😀」（U+1F600）",
      "title, 辻\uDB40\uDD00の件, 「辻\uDB40\uDD00」（U+8FBB U+E0100）",
      "body, {申請者}　様, 「辻\uDB40\uDD00」（U+8FBB U+E0100）",
    })
    void namesTheCharactersThatCannotBeDrawnAsTheyWereWritten(
        String field, String typed, String named) {
      GatewayAnswer answer =
          paper.byClerk(Route.MAKE_DOCUMENT, OnPaper.today(body -> body.put(field, typed)));
      assertEquals(400, answer.status(), answer.body());
      assertTrue(answer.body().contains("\"path\":\"" + field + "\""), answer.body());
      assertTrue(answer.body().contains(named), answer.body());
      assertEquals(0, paper.shownToClerk().get("documents").size());
    }

    @Test
    void aBodyOfNothingButLineBreaks() {
      GatewayAnswer answer =
          paper.byClerk(
              Route.MAKE_DOCUMENT,
              OnPaper.today(body -> body.put("body", "はじめ" + "\n".repeat(400) + "おわり")));
      assertEquals(400, answer.status());
      assertTrue(answer.body().contains("改行が多すぎます"), answer.body());
    }

    @Test
    void tellsEverythingThatIsWrongAtOnceByField() {
      GatewayAnswer answer =
          paper.byClerk(
              Route.MAKE_DOCUMENT,
              body ->
                  body.put("title", "")
                      .put("body", "{マイナンバー}")
                      .put("dated", "2999-01-01")
                      .put("openUntil", "2000-01-01"));
      assertEquals(400, answer.status());
      for (String path : List.of("title", "body", "dated", "openUntil")) {
        assertTrue(answer.body().contains("\"path\":\"" + path + "\""), answer.body());
      }
      assertTrue(answer.body().contains("{マイナンバー}という項目はありません"), answer.body());
    }

    @Test
    void tellsNobodyElseThatThereIsADocument() {
      String documentId = paper.issued(body -> {});
      Caller stranger = new Caller.Resident("account-x", "session", true);
      assertEquals(
          404, paper.asked(stranger, Route.OPEN_DOCUMENT, OnPaper.named(documentId)).status());
      assertEquals(404, paper.asked(stranger, Route.LIST_DOCUMENTS, body -> {}).status());
      Caller other = OnPaper.clerk("another");
      for (Route route :
          List.of(Route.OPEN_CASE_DOCUMENT, Route.ISSUE_DOCUMENT, Route.DISCARD_DOCUMENT)) {
        assertEquals(404, paper.asked(other, route, OnPaper.named(documentId)).status());
      }
      Caller.Staff viewer =
          new Caller.Staff(
              "s-2",
              "山田",
              Set.of(Role.VIEWER),
              Set.of(paper.application().divisionId()),
              true,
              "s");
      assertEquals(
          403, paper.asked(viewer, Route.MAKE_DOCUMENT, OnPaper.today(body -> {})).status());
    }

    @Test
    void takesNoPlaceOfADocumentThatDoesNotHold() {
      String ready = paper.made(body -> {});
      assertEquals(
          409,
          paper
              .byClerk(Route.MAKE_DOCUMENT, OnPaper.today(body -> body.put("replaces", ready)))
              .status());
      assertNull(only(paper.shownToClerk()).get("replaces"));
    }
  }
}
