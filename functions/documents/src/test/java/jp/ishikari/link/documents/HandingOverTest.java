package jp.ishikari.link.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import jp.ishikari.link.aws.DynamoProcedureStore;
import jp.ishikari.link.blueprint.Bucket;
import jp.ishikari.link.blueprint.Role;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.documents.store.DynamoDocumentStore;
import jp.ishikari.link.documents.store.DynamoPrintList;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.domain.document.Issuer;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.Json;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.GatewayAnswer;
import jp.ishikari.link.testkit.SampleProcedure;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What clerks who hand documents over are promised: by whom, and what becomes of the unread. */
@ExtendWith(Engines.class)
class HandingOverTest {
  private static final LocalDate TODAY = LocalDate.now(Reception.JST);

  private final TestCloud cloud;
  private OnPaper paper;

  HandingOverTest(TestCloud cloud) {
    this.cloud = cloud;
  }

  @BeforeEach
  void begin() {
    cloud.make(Bucket.PRINTED_DOCUMENTS);
    paper = OnPaper.begun(cloud);
  }

  private Caller.Staff another(Optional<String> standsInFor) {
    return new Caller.Staff(
        "s-9",
        "佐藤 京子",
        Set.of(Role.REVIEWER),
        Set.of(paper.application().divisionId()),
        true,
        "s",
        standsInFor);
  }

  private JsonNode only() {
    JsonNode documents = paper.shownToClerk().get("documents");
    assertEquals(1, documents.size());
    return documents.get(0);
  }

  @Nested
  class ByAnother {
    private OnPaper ruled(Issuer issuer) {
      Procedure sample = SampleProcedure.signedIn().issuedBy(issuer).procedure();
      new DynamoProcedureStore(cloud).publish(sample);
      return OnPaper.of(cloud, sample);
    }

    @Test
    void whereTheProcedureSaysSoWhoMadeItCannotHandItOverAndIsToldWhoIsWaitedFor() {
      paper = ruled(Issuer.ANOTHER);
      String documentId = paper.made(body -> {});
      assertTrue(only().get("awaitsAnother").booleanValue());
      assertTrue(only().get("mine").booleanValue());
      GatewayAnswer own = paper.byClerk(Route.ISSUE_DOCUMENT, OnPaper.named(documentId));
      assertEquals(422, own.status(), own.body());
      assertTrue(own.body().contains("作った人とは別の職員"), own.body());
      assertEquals(
          422,
          paper
              .asked(another(Optional.of("s-1")), Route.ISSUE_DOCUMENT, OnPaper.named(documentId))
              .status());
      assertEquals(List.of(), paper.events());
      assertEquals(
          200,
          paper
              .asked(another(Optional.empty()), Route.ISSUE_DOCUMENT, OnPaper.named(documentId))
              .status());
      assertEquals("佐藤 京子", only().get("issuedBy").stringValue());
      assertFalse(only().get("awaitsAnother").booleanValue());
    }

    @Test
    void elsewhereWhoMadeItMay() {
      paper = ruled(Issuer.ANYBODY);
      paper.issued(body -> {});
      assertEquals("鈴木 一郎", only().get("issuedBy").stringValue());
    }
  }

  @Nested
  class ToBeRead {
    private String issuedUntil(LocalDate readBy) {
      String documentId = paper.made(body -> {});
      GatewayAnswer answer =
          paper.byClerk(
              Route.ISSUE_DOCUMENT,
              body -> body.put("documentId", documentId).put("readBy", readBy.toString()));
      assertEquals(200, answer.status(), answer.body());
      return documentId;
    }

    /** How many of this case came onto the list at the end of that day. */
    private void watchedAfter(LocalDate day) {
      Instant next = day.plusDays(1).atTime(0, 1).atZone(Reception.JST).toInstant();
      new WatchUnread(
              new DynamoDocumentStore(cloud), new DynamoPrintList(cloud), InstantSource.fixed(next))
          .handle(null, null);
    }

    private List<String> listed() {
      return OnPaper.read(paper.byClerk(Route.LIST_LETTERS_TO_PRINT, body -> {}))
          .get("letters")
          .valueStream()
          .map(letter -> letter.get("documentId").stringValue())
          .toList();
    }

    private GatewayAnswer finished(String documentId, String how) {
      return paper.byClerk(
          Route.FINISH_LETTER, body -> body.put("documentId", documentId).put("how", how));
    }

    @Test
    void goesOntoThePrintListOnceWhenItsDayIsOverAndNotBefore() {
      String documentId = issuedUntil(TODAY.plusDays(3));
      watchedAfter(TODAY.plusDays(2));
      assertEquals(List.of(), listed());
      IntStream.range(0, 4).parallel().forEach(i -> watchedAfter(TODAY.plusDays(3)));
      watchedAfter(TODAY.plusDays(4));
      assertEquals(List.of(documentId), listed());
      assertTrue(only().has("listedAt"));
    }

    @Test
    void leavesTheListWhenItWasSentWithWhoSaidSoAndNeverComesBack() {
      String documentId = issuedUntil(TODAY);
      watchedAfter(TODAY);
      GatewayAnswer sent = finished(documentId, "SENT");
      assertEquals(200, sent.status(), sent.body());
      watchedAfter(TODAY.plusDays(1));
      assertEquals(List.of(), listed());
      assertEquals("SENT", only().at("/post/how").stringValue());
      assertEquals("鈴木 一郎", only().at("/post/byName").stringValue());
      assertEquals(409, finished(documentId, "NOT_NEEDED").status());
    }

    @Test
    void staysOffTheListWhenItWasOpenedInTimeOrHoldsNoMore() {
      String opened = issuedUntil(TODAY);
      paper.openedByResident(opened);
      String revoked = issuedUntil(TODAY);
      paper.byClerk(
          Route.REVOKE_DOCUMENT, body -> body.put("documentId", revoked).put("reason", "金額の誤り"));
      watchedAfter(TODAY);
      assertEquals(List.of(), listed());
      assertEquals(409, finished(opened, "SENT").status());
    }

    private String inPlaceOf(String old) {
      String next = paper.made(body -> body.put("replaces", old));
      assertEquals(200, paper.byClerk(Route.ISSUE_DOCUMENT, OnPaper.named(next)).status());
      return next;
    }

    private String toSend() {
      JsonNode letter =
          OnPaper.read(paper.byClerk(Route.LIST_LETTERS_TO_PRINT, body -> {}))
              .get("letters")
              .get(0);
      assertEquals("ISSUED", letter.get("state").stringValue());
      return letter.get("toSend").stringValue();
    }

    @Test
    void goesByPostAsWhatTookItsPlaceBeforeItsDayOrAfter() {
      String documentId = issuedUntil(TODAY);
      inPlaceOf(documentId);
      watchedAfter(TODAY);
      assertEquals(List.of(documentId), listed());
      assertEquals(inPlaceOf(toSend()), toSend());
      assertEquals(200, finished(documentId, "SENT").status());
      assertEquals(List.of(), listed());
    }

    @Test
    void showsOnTheListThatItWasOpenedAfterAll() {
      String documentId = issuedUntil(TODAY);
      watchedAfter(TODAY);
      paper.openedByResident(documentId);
      JsonNode letter =
          OnPaper.read(paper.byClerk(Route.LIST_LETTERS_TO_PRINT, body -> {}))
              .get("letters")
              .get(0);
      assertTrue(letter.has("openedAt"));
      assertEquals(200, finished(documentId, "NOT_NEEDED").status());
    }

    @Test
    void isOfNobodyElsesDivision() {
      String documentId = issuedUntil(TODAY);
      watchedAfter(TODAY);
      Caller other = OnPaper.clerk("another");
      assertEquals(
          Json.MAPPER.readTree("{\"letters\":[]}"),
          OnPaper.read(paper.asked(other, Route.LIST_LETTERS_TO_PRINT, body -> {})));
      assertEquals(
          404,
          paper
              .asked(
                  other,
                  Route.FINISH_LETTER,
                  body -> body.put("documentId", documentId).put("how", "SENT"))
              .status());
    }

    @Test
    void isRefusedADayThatIsOverOrBehindItsPeriod() {
      String documentId = paper.made(body -> {});
      for (LocalDate day : List.of(TODAY.minusDays(1), TODAY.plusDays(91))) {
        GatewayAnswer answer =
            paper.byClerk(
                Route.ISSUE_DOCUMENT,
                body -> body.put("documentId", documentId).put("readBy", day.toString()));
        assertEquals(400, answer.status(), answer.body());
        assertTrue(answer.body().contains("\"path\":\"readBy\""), answer.body());
      }
      assertEquals(List.of(), paper.events());
    }
  }
}
