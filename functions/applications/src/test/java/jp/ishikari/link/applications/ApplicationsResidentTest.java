package jp.ishikari.link.applications;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import jp.ishikari.link.aws.DynamoConfirmedAddresses;
import jp.ishikari.link.aws.DynamoDraftStore;
import jp.ishikari.link.aws.DynamoProcedureStore;
import jp.ishikari.link.aws.DynamoUndeliveredNotices;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.domain.Draft;
import jp.ishikari.link.domain.Idempotency;
import jp.ishikari.link.domain.NoticeId;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.ReceiptNumber;
import jp.ishikari.link.domain.UndeliveredNotice;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.edge.MailProof;
import jp.ishikari.link.edge.Secrets;
import jp.ishikari.link.forms.EmailAddress;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.GatewayAnswer;
import jp.ishikari.link.testkit.GatewayCall;
import jp.ishikari.link.testkit.SampleProcedure;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a resident is promised, asked through the entry itself: gateway events in, answers out. */
@ExtendWith(Engines.class)
class ApplicationsResidentTest {
  private static TestCloud cloud;
  private static EntryFunction entry;
  private static SampleProcedure procedure;
  private static SampleProcedure open;

  private final Caller.Resident resident =
      new Caller.Resident("account-" + UUID.randomUUID(), "session", true);

  @BeforeAll
  static void publish(TestCloud engines) {
    cloud = engines;
    entry = new ApplicationsWiring().wire(Entry.APPLICATIONS_RESIDENT, cloud);
    procedure = published(SampleProcedure.signedIn());
    open = published(SampleProcedure.guest());
  }

  private static SampleProcedure published(SampleProcedure sample) {
    assertTrue(new DynamoProcedureStore(cloud).publish(sample.procedure()));
    return sample;
  }

  private GatewayCall submission() {
    return GatewayCall.of(Route.SUBMIT_APPLICATION)
        .as(resident)
        .change(body -> body.put("procedureId", procedure.id()))
        .answers(SampleProcedure.answers());
  }

  private GatewayAnswer submitted() {
    GatewayAnswer answer = submission().sentTo(entry);
    assertEquals(201, answer.status(), answer.body());
    return answer;
  }

  private GatewayCall onOwn(Route route, GatewayAnswer submitted) {
    return GatewayCall.of(route).as(resident).on(submitted.text("applicationId"));
  }

  @Nested
  class Accepted {
    @Test
    void returns201WithAReceiptNumberThatChecksAndTheFeeTheServerComputed() {
      GatewayAnswer answer = submitted();
      assertTrue(ReceiptNumber.isValid(answer.text("receiptNumber")), answer.body());
      assertEquals(600, answer.json().get("fee").intValue());
      assertEquals("SUBMITTED", answer.text("state"));
      assertEquals(1, answer.json().get("version").intValue());
    }

    @Test
    void returnsTheSame201ByteForByteWhenTheButtonIsPressedTwice() {
      GatewayCall call = submission();
      GatewayAnswer first = call.sentTo(entry);
      GatewayAnswer second = call.sentTo(entry);
      assertEquals(201, first.status(), first.body());
      assertEquals(first.status(), second.status());
      assertEquals(first.body(), second.body());
      assertEquals(1, listed());
    }

    @Test
    void makesOneApplicationOfTwentyPressesAtOnce() {
      GatewayCall call = submission();
      List<GatewayAnswer> answers =
          IntStream.range(0, 20).parallel().mapToObj(i -> call.sentTo(entry)).toList();
      assertEquals(
          1,
          answers.stream().map(a -> a.status() + a.body()).distinct().count(),
          answers::toString);
      assertEquals(201, answers.getFirst().status());
      assertEquals(1, listed());
    }

    @Test
    void keepsEveryCodePointOfANameThatNormalisingWouldDestroy() {
      GatewayAnswer read = onOwn(Route.READ_APPLICATION, submitted()).sentTo(entry);
      assertEquals(200, read.status(), read.body());
      assertEquals(SampleProcedure.FAMILY, read.json().at("/answers/name/family").stringValue());
      assertEquals(SampleProcedure.GIVEN, read.json().at("/answers/name/given").stringValue());
    }

    @Test
    void takesAGuestWhereTheProcedureAsksForNoSignIn() {
      GatewayAnswer answer =
          GatewayCall.of(Route.SUBMIT_APPLICATION, "guest")
              .change(body -> body.put("procedureId", open.id()))
              .answers(SampleProcedure.answers())
              .sentTo(entry);
      assertEquals(201, answer.status(), answer.body());
    }

    @Test
    void returns403WhenWhatWasSavedWithTheCardWouldEndWithAnApplicationMadeWithoutIt() {
      DynamoDraftStore drafts = new DynamoDraftStore(cloud);
      Draft draft = savedWithTheCard(drafts);
      GatewayCall sending =
          submission()
              .as(new Caller.Resident(resident.accountId(), "session", false))
              .change(body -> body.put("procedureId", open.id()))
              .change(body -> body.put("draftId", draft.draftId()));
      GatewayAnswer answer = sending.sentTo(entry);
      assertEquals(403, answer.status(), answer.body());
      assertEquals("proof-required", answer.text("code"));
      assertTrue(drafts.find(draft.draftId(), Instant.now()).isPresent());
      assertEquals(201, sending.as(resident).sentTo(entry).status());
      assertTrue(drafts.find(draft.draftId(), Instant.now()).isEmpty());
    }

    @Test
    void passesOverSomebodyElsesDraftLikeOneThatIsNotThere() {
      DynamoDraftStore drafts = new DynamoDraftStore(cloud);
      Draft draft = savedWithTheCard(drafts);
      for (String draftId : List.of(draft.draftId(), UUID.randomUUID().toString())) {
        for (Caller caller :
            List.of(
                new Caller.Guest(),
                new Caller.Resident(UUID.randomUUID().toString(), "session", true))) {
          GatewayAnswer answer =
              submission()
                  .as(caller)
                  .change(body -> body.put("procedureId", open.id()))
                  .change(body -> body.put("draftId", draftId))
                  .header("Idempotency-Key", UUID.randomUUID().toString())
                  .sentTo(entry);
          assertEquals(201, answer.status(), answer.body());
        }
      }
      assertTrue(drafts.find(draft.draftId(), Instant.now()).isPresent());
    }

    private Draft savedWithTheCard(DynamoDraftStore drafts) {
      Instant now = Instant.now();
      Draft draft =
          new Draft(
              UUID.randomUUID().toString(),
              1,
              open.id(),
              "住民票の写し",
              1,
              Map.of(),
              null,
              resident.accountId(),
              true,
              now,
              now.plusSeconds(3600));
      String token = UUID.randomUUID().toString();
      assertEquals(
          Outcome.success(draft),
          drafts.save(draft, new Idempotency(token, token, "{}", now.plusSeconds(3600))));
      return draft;
    }

    @Test
    void takesSixtyKilobytesOfJapaneseAndHandsThemBackUnchanged() {
      String tenThousand = "申請の理由を述べ𠮷".repeat(1_111);
      var answers = SampleProcedure.answersBut("purposeText", tenThousand);
      answers.put("remarks", tenThousand);
      GatewayAnswer answer = submission().answers(answers).sentTo(entry);
      assertEquals(201, answer.status(), answer.body());
      assertEquals(
          tenThousand,
          onOwn(Route.READ_APPLICATION, answer)
              .sentTo(entry)
              .json()
              .at("/answers/purposeText")
              .stringValue());
    }

    @Test
    void takesABodyThatTheGatewayHandsOverInBase64() {
      GatewayCall call = submission();
      call.base64(
          java.util.Base64.getEncoder()
              .encodeToString(call.body().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
      assertEquals(201, call.sentTo(entry).status());
    }

    @Test
    void listsOwnApplicationsNewestFirst() {
      String first = submitted().text("applicationId");
      String second = submitted().text("applicationId");
      GatewayAnswer list = GatewayCall.of(Route.LIST_APPLICATIONS).as(resident).sentTo(entry);
      assertEquals(200, list.status());
      assertEquals(second, list.json().at("/applications/0/applicationId").stringValue());
      assertEquals(first, list.json().at("/applications/1/applicationId").stringValue());
    }

    @Test
    void tellsWhereItStandsWhatHappenedAndWhatCanBeDone() {
      GatewayAnswer read = onOwn(Route.READ_APPLICATION, submitted()).sentTo(entry);
      assertEquals("SUBMITTED", read.text("state"));
      assertEquals("SUBMITTED", read.json().at("/timeline/0/type").stringValue());
      assertEquals("[\"WITHDRAW\"]", read.json().get("actions").toString());
      assertEquals("サンプル証明書の交付請求", read.json().at("/form/title").stringValue());
    }

    @Test
    void tellsWhichNoticeDidNotArriveAndWhereItWasSent() {
      String address = (String) SampleProcedure.answers().get("email");
      String browser = Secrets.draw();
      new DynamoConfirmedAddresses(cloud)
          .confirm(
              new MailProof(browser, "").name(new EmailAddress(address)),
              address,
              Instant.now().plus(MailProof.LIFE));
      GatewayAnswer mine = submission().header("Cookie", "confirmed-mail=" + browser).sentTo(entry);
      GatewayAnswer before = onOwn(Route.READ_APPLICATION, mine).sentTo(entry);
      assertEquals("[]", before.json().get("missed").toString());
      assertEquals(address, before.text("notifyAddress"));
      new DynamoUndeliveredNotices(cloud)
          .add(
              new UndeliveredNotice(
                  new NoticeId(before.text("applicationId"), 1),
                  Instant.parse("2026-11-23T05:12:30Z"),
                  UndeliveredNotice.Why.UNWANTED));
      assertEquals(
          "[{\"at\":\"2026-11-23T05:12:30Z\",\"type\":\"SUBMITTED\",\"why\":\"UNWANTED\"}]",
          onOwn(Route.READ_APPLICATION, mine).sentTo(entry).json().get("missed").toString());
    }

    @Test
    void withdrawsAndGivesTheSameAnswerWhenAskedAgain() {
      GatewayCall call = onOwn(Route.WITHDRAW_APPLICATION, submitted());
      GatewayAnswer answer = call.sentTo(entry);
      assertEquals(200, answer.status(), answer.body());
      assertEquals("WITHDRAWN", answer.text("state"));
      assertEquals(answer.body(), call.sentTo(entry).body());
    }

    @Test
    void takesANewFormVersionAtOnceAlthoughTheFunctionStillRemembersTheOldOne() {
      SampleProcedure first = published(SampleProcedure.signedIn());
      GatewayCall call = submission().change(body -> body.put("procedureId", first.id()));
      assertEquals(201, call.sentTo(entry).status());
      published(first.next());
      GatewayAnswer answer =
          submission()
              .change(body -> body.put("procedureId", first.id()).put("formVersion", 2))
              .sentTo(entry);
      assertEquals(201, answer.status(), answer.body());
    }
  }

  @Nested
  class Refused {
    private void refused(int status, String code, GatewayCall call) {
      GatewayAnswer answer = call.sentTo(entry);
      assertEquals(status, answer.status(), answer.body());
      assertEquals(code, answer.code());
      assertFalse(answer.text("title").isEmpty());
      assertFalse(answer.text("correlationId").isEmpty());
      assertEquals(0, listed(), "nothing may be kept of what was refused");
    }

    private void invalid(List<String> errors, GatewayCall call) {
      GatewayAnswer answer = call.sentTo(entry);
      assertEquals(400, answer.status(), answer.body());
      assertEquals("answers-invalid", answer.code());
      assertEquals(errors, answer.errors());
    }

    private GatewayCall with(String field, Object value) {
      return submission().answers(SampleProcedure.answersBut(field, value));
    }

    /** A page that was opened before somebody else signed in from another tab of the browser. */
    @Test
    void returns403ForAPageOfSomebodyElseAnd401ForOneWhoseSessionIsOver() {
      GatewayCall call = submission();
      GatewayAnswer another = call.header("Session-Of", "0123456789abcdef").sentTo(entry);
      assertEquals(403, another.status(), another.body());
      assertEquals("other-session", another.code());
      GatewayAnswer nobody = call.as(new Caller.Guest()).sentTo(entry);
      assertEquals(401, nobody.status(), nobody.body());
      Caller.Resident somebody = new Caller.Resident("account-of-this-page", "session", true);
      GatewayAnswer own =
          submission().as(somebody).header("Session-Of", somebody.mark()).sentTo(entry);
      assertEquals(201, own.status(), own.body());
    }

    @Test
    void returns400WhenTheBodyIsNotJson() {
      for (String broken :
          new String[] {
            "{",
            "nonsense",
            "{\"a\":1}{",
            "{\"a\":1,\"a\":2}",
            "null",
            "[]",
            "\"text\"",
            "7",
            " ",
            "{\"a\":" + "[".repeat(2000) + "]".repeat(2000) + "}",
            "{\"a\":NaN}",
            "\uFEFF{}\u0000"
          }) {
        refused(400, "unreadable", submission().body(broken));
      }
    }

    @Test
    void returns400WhenThereIsNoBody() {
      refused(400, "unreadable", submission().body(null));
    }

    @Test
    void returns400WhenTheBase64OrItsUtf8IsBroken() {
      refused(400, "unreadable", submission().base64("***"));
      refused(400, "unreadable", submission().base64("/w=="));
    }

    @Test
    void returns413From256KilobytesOnAndAlsoForSevenMegabytes() {
      refused(413, "too-large", submission().body("{\"a\":\"" + "x".repeat(300 * 1024) + "\"}"));
      refused(413, "too-large", submission().body("{\"a\":\"" + "あ".repeat(2_500_000) + "\"}"));
    }

    @Test
    void returns415WhenTheBodySaysItIsSomethingElse() {
      refused(415, "unsupported-media-type", submission().header("Content-Type", "text/plain"));
      refused(415, "unsupported-media-type", submission().header("Content-Type"));
    }

    @Test
    void returns400WithEveryWrongTypeAndEveryUnknownMemberAtOnce() {
      invalid(
          List.of(
              "procedureId type", "formVersion type", "answers type", "fee type", "extra unknown"),
          submission()
              .body(
                  "{\"procedureId\":1,\"formVersion\":\"1\",\"answers\":[],\"fee\":1.5,\"extra\":1}"));
    }

    @Test
    void returns400ForNumbersThatNoMachineShouldBeAskedToHold() {
      for (String number :
          new String[] {"1e999999999", "-1e-999999999", "99999999999999999999", "1.5", "true"}) {
        GatewayCall call = submission();
        call.body(call.body().replace("\"copies\":2", "\"copies\":" + number));
        GatewayAnswer answer = call.sentTo(entry);
        assertEquals(400, answer.status(), number + answer.body());
        call.body(call.body().replace("\"formVersion\":1", "\"formVersion\":" + number));
        assertEquals(400, call.sentTo(entry).status(), number);
      }
    }

    @Test
    void returns400WhenTheFeeWouldLeaveTheRangeOfMoney() {
      for (long copies : new long[] {7_158_279L, 30_000_000_000_000L, 9_007_199_254_740_991L}) {
        GatewayAnswer answer = with("copies", copies).sentTo(entry);
        assertEquals(400, answer.status(), answer.body());
        assertEquals("answers-invalid", answer.code());
      }
    }

    @Test
    void returns400ForEveryWrongAnswerAtOnceInTheOrderOfTheForm() {
      var answers = SampleProcedure.answers();
      answers.put("birth", "2023-02-29");
      answers.put("phone", "12");
      answers.put("email", "not an address");
      answers.remove("copies");
      answers.put("purpose", "elsewhere");
      answers.remove("purposeText");
      answers.put("children", List.of(java.util.Map.of("childBirth", "2020-13-01")));
      answers.put("surprise", 1);
      GatewayAnswer answer = submission().answers(answers).sentTo(entry);
      assertEquals(400, answer.status());
      assertEquals(
          Set.of(
              "birth date",
              "phone phone",
              "email email",
              "copies required",
              "purpose option",
              "children[0].childName required",
              "children[0].childBirth date",
              "surprise unknown"),
          Set.copyOf(answer.errors()));
      assertTrue(
          answer.errors().indexOf("birth date") < answer.errors().indexOf("copies required"));
    }

    @Test
    void returns400WhenAQuestionWasAnsweredThatIsNotAsked() {
      invalid(List.of("purposeText hidden"), with("purpose", "bank"));
    }

    @Test
    void returns400WhenTheFeeDiffersFromWhatTheServerComputes() {
      GatewayAnswer answer = submission().change(body -> body.put("fee", 300)).sentTo(entry);
      assertEquals(400, answer.status(), answer.body());
      assertTrue(answer.errors().getFirst().endsWith(" fee"), answer.body());
    }

    @Test
    void returns400ForADayThatDoesNotExist() {
      invalid(List.of("birth date"), with("birth", "2023-02-29"));
      invalid(List.of("birth date"), with("birth", "1989-01-07T00:00:00Z"));
    }

    @Test
    void returns400ForALineBreakAfterANumber() {
      for (String typed : new String[] {"0133-72-3111\n", "0133-72-3111\u2028"}) {
        assertEquals(400, with("phone", typed).sentTo(entry).status());
      }
      assertEquals(400, with("birth", "1989-01-07\n").sentTo(entry).status());
      assertEquals(400, with("copies", "2\n").sentTo(entry).status());
    }

    @Test
    void returns400ForHalfACharacterWhereverItStands() {
      GatewayCall call = with("purposeText", "MARK");
      String body = call.body();
      for (String half : new String[] {"\\ud800", "\\udc00", "\\udc00\\ud800"}) {
        invalid(List.of("purposeText characters"), call.body(body.replace("MARK", half)));
        GatewayAnswer unknown = call.body(body.replace("purposeText", half)).sentTo(entry);
        assertEquals(400, unknown.status(), unknown.body());
        GatewayAnswer outside =
            call.body(body.replaceFirst("\\{", "{\"" + half.replace("\\", "\\\\") + "\":1,"))
                .sentTo(entry);
        assertEquals(400, outside.status(), outside.body());
        GatewayAnswer id = call.body(body.replace(procedure.id(), half)).sentTo(entry);
        assertEquals(List.of("procedureId characters"), id.errors(), id.body());
      }
    }

    @Test
    void returns400WithoutAnIdempotencyKeyAndForOneThatIsTooShortOrStrange() {
      for (String key : new String[] {"short", "x".repeat(65), "key with spaces", "12345678\n"}) {
        invalid(List.of("Idempotency-Key required"), submission().header("Idempotency-Key", key));
      }
      invalid(List.of("Idempotency-Key required"), submission().header("Idempotency-Key"));
    }

    @Test
    void returns401WhenAGuestAppliesForWhatNeedsSignIn() {
      refused(401, "sign-in-required", submission().as(new Caller.Guest()));
      refused(
          401, "sign-in-required", GatewayCall.of(Route.LIST_APPLICATIONS).as(new Caller.Guest()));
    }

    @Test
    void returns403WhenSomebodySignedInWithoutProofAppliesForWhatNeedsIt() {
      Caller unproven = new Caller.Resident("account-" + UUID.randomUUID(), "session", false);
      refused(403, "proof-required", submission().as(unproven));
    }

    @Test
    void returns403WhenOnesOwnVerifiedApplicationIsAskedForWithoutProof() {
      GatewayAnswer mine = submitted();
      Caller mailbox = new Caller.Resident(resident.accountId(), "session", false);
      GatewayAnswer read = onOwn(Route.READ_APPLICATION, mine).as(mailbox).sentTo(entry);
      assertEquals(403, read.status(), read.body());
      assertEquals("proof-required", read.text("code"));
      assertFalse(read.body().contains(SampleProcedure.FAMILY), read.body());
      assertEquals(
          403,
          onOwn(Route.WITHDRAW_APPLICATION, mine)
              .change(body -> body.put("version", 1))
              .as(mailbox)
              .sentTo(entry)
              .status());
      assertEquals(200, onOwn(Route.READ_APPLICATION, mine).sentTo(entry).status());
    }

    /** A form that asks for no proof is filled in from the card all the same. */
    @Test
    void returns403WhenWhatWasSentWithTheCardIsAskedForByAMailbox() {
      SampleProcedure anybody = published(SampleProcedure.guest());
      GatewayCall sending = submission().change(body -> body.put("procedureId", anybody.id()));
      GatewayAnswer mine = sending.sentTo(entry);
      assertEquals(201, mine.status(), mine.body());
      Caller mailbox = new Caller.Resident(resident.accountId(), "session", false);
      GatewayAnswer read = onOwn(Route.READ_APPLICATION, mine).as(mailbox).sentTo(entry);
      assertEquals(403, read.status(), read.body());
      assertEquals("proof-required", read.text("code"));
      assertEquals(200, onOwn(Route.READ_APPLICATION, mine).sentTo(entry).status());

      GatewayAnswer its =
          submission()
              .change(body -> body.put("procedureId", anybody.id()))
              .as(mailbox)
              .sentTo(entry);
      assertEquals(201, its.status(), its.body());
      assertEquals(200, onOwn(Route.READ_APPLICATION, its).as(mailbox).sentTo(entry).status());
    }

    @Test
    void returns403FromAnotherOriginAndWithoutOne() {
      refused(403, "origin-refused", submission().header("Origin"));
      refused(403, "origin-refused", submission().header("Origin", "https://evil.example"));
      refused(403, "origin-refused", submission().header("Origin", "null"));
    }

    @Test
    void returns404ForAProcedureThatIsUnknownOrOnlyAtTheCounter() {
      refused(
          404, "not-found", submission().change(body -> body.put("procedureId", "no-such-thing")));
      SampleProcedure counter = published(SampleProcedure.signedIn().atTheCounter());
      refused(404, "not-found", submission().change(b -> b.put("procedureId", counter.id())));
    }

    @Test
    void returns409WhenTheSameKeyComesWithAnotherBody() {
      GatewayCall call = submission();
      assertEquals(201, call.sentTo(entry).status());
      GatewayAnswer other =
          call.answers(SampleProcedure.answersBut("purposeText", "別の内容")).sentTo(entry);
      assertEquals(409, other.status(), other.body());
      assertEquals("conflict", other.code());
      assertEquals(1, listed());
    }

    @Test
    void returns409WhenTheFormHasChangedButStillTheOldAnswerForWhatWasSentBefore() {
      SampleProcedure first = published(SampleProcedure.signedIn());
      GatewayCall before = submission().change(body -> body.put("procedureId", first.id()));
      GatewayAnswer receipt = before.sentTo(entry);
      published(first.next());
      EntryFunction fresh = new ApplicationsWiring().wire(Entry.APPLICATIONS_RESIDENT, cloud);
      GatewayAnswer late =
          submission().change(body -> body.put("procedureId", first.id())).sentTo(fresh);
      assertEquals(409, late.status(), late.body());
      assertEquals("form-changed", late.code());
      assertEquals(receipt.body(), before.sentTo(fresh).body());
    }

    @Test
    void returns409ForAFormVersionThatWasNeverPublished() {
      refused(409, "form-changed", submission().change(body -> body.put("formVersion", 99)));
    }

    @Test
    void returns404WithTheSameBodyForSomeoneElsesApplicationAndForNone() {
      String id = submitted().text("applicationId");
      Caller other = new Caller.Resident("account-" + UUID.randomUUID(), "session", true);
      for (Route route :
          List.of(Route.READ_APPLICATION, Route.CORRECT_APPLICATION, Route.WITHDRAW_APPLICATION)) {
        GatewayAnswer theirs = GatewayCall.of(route).as(other).on(id).sentTo(entry);
        GatewayAnswer none =
            GatewayCall.of(route).as(other).on(UUID.randomUUID().toString()).sentTo(entry);
        assertEquals(404, theirs.status(), theirs.body());
        assertEquals(none.bodyButCorrelation(), theirs.bodyButCorrelation());
      }
    }

    @Test
    void returns404ForAGuestsApplicationWhoeverAsks() {
      GatewayAnswer guest =
          GatewayCall.of(Route.SUBMIT_APPLICATION, "guest")
              .change(body -> body.put("procedureId", open.id()))
              .answers(SampleProcedure.answers())
              .sentTo(entry);
      refused(404, "not-found", onOwn(Route.READ_APPLICATION, guest));
    }

    @Test
    void returns404ForPathsThatNameNothing() {
      for (String id :
          new String[] {
            "",
            "..",
            "%2e%2e",
            "a/b",
            "x".repeat(5000),
            "申請",
            "\uD83D\uDE00",
            "' OR 1=1",
            "a\nb",
            "${jndi:ldap://x}"
          }) {
        refused(404, "not-found", GatewayCall.of(Route.READ_APPLICATION).as(resident).on(id));
      }
    }

    @Test
    void returns422ForAStepThatTheLifecycleDoesNotHave() {
      GatewayAnswer submitted = submitted();
      GatewayAnswer correction =
          onOwn(Route.CORRECT_APPLICATION, submitted)
              .answers(SampleProcedure.answers())
              .change(body -> body.put("version", 1).put("fee", 600))
              .sentTo(entry);
      assertEquals(422, correction.status(), correction.body());
      assertEquals("rule-violated", correction.code());
      assertEquals(List.of("state step"), correction.errors());
      assertEquals(200, onOwn(Route.WITHDRAW_APPLICATION, submitted).sentTo(entry).status());
      assertEquals(
          422,
          onOwn(Route.WITHDRAW_APPLICATION, submitted)
              .change(body -> body.put("version", 2))
              .sentTo(entry)
              .status());
    }

    @Test
    void returns409WhenTheVersionIsNotTheOneOnRecord() {
      GatewayAnswer answer =
          onOwn(Route.WITHDRAW_APPLICATION, submitted())
              .change(body -> body.put("version", 7))
              .sentTo(entry);
      assertEquals(409, answer.status(), answer.body());
      assertEquals("conflict", answer.code());
    }

    @Test
    void letsExactlyOneOfTwoWithdrawalsWin() {
      GatewayAnswer submitted = submitted();
      List<Integer> answers =
          IntStream.range(0, 8)
              .parallel()
              .mapToObj(i -> onOwn(Route.WITHDRAW_APPLICATION, submitted).sentTo(entry).status())
              .toList();
      assertEquals(1, answers.stream().filter(status -> status == 200).count(), answers::toString);
      assertTrue(
          answers.stream().allMatch(s -> s == 200 || s == 409 || s == 422), answers::toString);
    }

    @Test
    void returns503InTheStandbyRegionAndStillLetsPeopleRead() {
      EntryFunction standby =
          new ApplicationsWiring()
              .wire(
                  Entry.APPLICATIONS_RESIDENT,
                  cloud.with(jp.ishikari.link.blueprint.Setting.ROLE, "standby"));
      GatewayAnswer answer = submission().sentTo(standby);
      assertEquals(503, answer.status());
      assertEquals("standby", answer.code());
      assertEquals(
          200, GatewayCall.of(Route.LIST_APPLICATIONS).as(resident).sentTo(standby).status());
    }
  }

  private int listed() {
    return GatewayCall.of(Route.LIST_APPLICATIONS)
        .as(resident)
        .sentTo(entry)
        .json()
        .get("applications")
        .size();
  }

  @Nested
  class Primed {
    @Test
    void walksASubmitWithoutWritingAnything() {
      int before = rows();
      entry.prime();
      assertEquals(before, rows());
      assertNotEquals(0, submitted().body().length());
    }

    private int rows() {
      return java.util.Arrays.stream(jp.ishikari.link.blueprint.Table.values())
          .mapToInt(
              table ->
                  cloud
                      .dynamoDb()
                      .scan(r -> r.tableName(jp.ishikari.link.blueprint.Names.physical(table)))
                      .count())
          .sum();
    }
  }
}
