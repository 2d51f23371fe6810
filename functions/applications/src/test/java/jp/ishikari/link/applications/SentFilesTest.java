package jp.ishikari.link.applications;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import jp.ishikari.link.aws.AttachmentRow;
import jp.ishikari.link.aws.DynamoApplicationStore;
import jp.ishikari.link.aws.DynamoAttachments;
import jp.ishikari.link.aws.DynamoDraftStore;
import jp.ishikari.link.aws.DynamoProcedureStore;
import jp.ishikari.link.aws.DynamoSigningStore;
import jp.ishikari.link.aws.Rows;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.Advance;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationState;
import jp.ishikari.link.domain.Draft;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.domain.SpokenCode;
import jp.ishikari.link.domain.Step;
import jp.ishikari.link.domain.attachment.Attachment;
import jp.ishikari.link.domain.attachment.FileHolder;
import jp.ishikari.link.domain.attachment.FileKind;
import jp.ishikari.link.domain.attachment.FileState;
import jp.ishikari.link.domain.signing.SigningRequest;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.GatewayAnswer;
import jp.ishikari.link.testkit.GatewayCall;
import jp.ishikari.link.testkit.SampleApplications;
import jp.ishikari.link.testkit.SampleProcedure;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What becomes of the files that an application names. */
@ExtendWith(Engines.class)
class SentFilesTest {
  private static TestCloud cloud;
  private static EntryFunction entry;

  private final Caller.Resident hanako =
      new Caller.Resident("account-" + UUID.randomUUID(), "session", true);
  private final String draftId = UUID.randomUUID().toString();
  private final SampleProcedure signedIn = SampleProcedure.signedIn().askingForFiles();
  private final SampleProcedure open = SampleProcedure.guest().askingForFiles();

  @BeforeAll
  static void wire(TestCloud engines) {
    cloud = engines;
    entry = new ApplicationsWiring().wire(Entry.APPLICATIONS_RESIDENT, cloud);
  }

  SentFilesTest() {
    for (SampleProcedure sample : List.of(signedIn, open)) {
      assertTrue(new DynamoProcedureStore(cloud).publish(sample.procedure()));
    }
  }

  private String hanakos() {
    return file(FileHolder.account(hanako.accountId()), FileState.CLEAN, FileKind.PDF);
  }

  private String guests() {
    return file(FileHolder.draft(draftId), FileState.WAITING, null);
  }

  private static String file(String holder, FileState state, FileKind kind) {
    String fileId = UUID.randomUUID().toString();
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    Attachment file =
        new Attachment(
            fileId, holder, "写し.pdf", 3, List.of("x"), "u", state, null, null, null, false, now);
    Rows.of(cloud, Table.ATTACHMENTS).putItem(AttachmentRow.write(file, now.plusSeconds(9)));
    if (kind != null) {
      cloud
          .dynamoDb()
          .updateItem(
              r ->
                  r.tableName(Names.physical(Table.ATTACHMENTS))
                      .key(Map.of("fileId", AttributeValue.fromS(fileId)))
                      .updateExpression("SET kind = :kind, sha256 = :sum")
                      .expressionAttributeValues(
                          Map.of(
                              ":kind", AttributeValue.fromS(kind.name()),
                              ":sum", AttributeValue.fromS("sum of " + fileId))));
    }
    return fileId;
  }

  private GatewayCall sending(Caller caller, String... fileIds) {
    return GatewayCall.of(Route.SUBMIT_APPLICATION)
        .as(caller)
        .change(
            body -> {
              body.put("procedureId", caller instanceof Caller.Guest ? open.id() : signedIn.id());
              if (caller instanceof Caller.Guest) {
                body.put("draftId", draftId);
              }
            })
        .answers(SampleProcedure.answersBut("proof", Arrays.asList(fileIds)));
  }

  private static String accepted(GatewayAnswer answer) {
    assertEquals(201, answer.status(), answer.body());
    return answer.text("applicationId");
  }

  private static Set<String> filesOf(String applicationId) {
    return new DynamoAttachments(cloud)
        .ofApplication(applicationId).stream()
            .map(Attachment::fileId)
            .collect(java.util.stream.Collectors.toSet());
  }

  private static void refused(String code, GatewayAnswer answer) {
    assertEquals(400, answer.status(), answer.body());
    assertEquals("proof", answer.json().at("/errors/0/path").stringValue());
    assertEquals(code, answer.json().at("/errors/0/code").stringValue(), answer.body());
    String message = answer.json().at("/errors/0/message").stringValue();
    assertTrue(message.startsWith("本人確認書類") && message.endsWith("。"), message);
  }

  @Nested
  class Bound {
    @Test
    void anAccountsFilesBelongToItsApplicationAndItsOwnerReadsTheirNames() {
      String one = hanakos();
      String two = hanakos();
      String id = accepted(sending(hanako, one, two).sentTo(entry));
      assertEquals(Set.of(one, two), filesOf(id));
      GatewayAnswer read = GatewayCall.of(Route.READ_APPLICATION).as(hanako).on(id).sentTo(entry);
      assertEquals(200, read.status(), read.body());
      assertEquals(2, read.json().get("files").size());
      assertEquals("写し.pdf", read.json().at("/files/0/name").stringValue());
    }

    @Test
    void aGuestsFilesGoByTheirDraftAndMayWaitForTheirScan() {
      String fileId = guests();
      assertEquals(
          Set.of(fileId), filesOf(accepted(sending(new Caller.Guest(), fileId).sentTo(entry))));
    }

    @Test
    void theSamePressAgainIsAnsweredTheSame() {
      GatewayCall press = sending(hanako, hanakos());
      GatewayAnswer first = press.sentTo(entry);
      accepted(first);
      assertEquals(first.body(), press.sentTo(entry).body());
    }

    @Test
    void toOneApplicationHoweverManyAreSentAtOnce() {
      String fileId = hanakos();
      List<GatewayAnswer> answers =
          IntStream.range(0, 8)
              .parallel()
              .mapToObj(i -> sending(hanako, fileId).sentTo(entry))
              .toList();
      List<GatewayAnswer> taken = answers.stream().filter(a -> a.status() == 201).toList();
      assertEquals(1, taken.size(), answers::toString);
      answers.stream()
          .filter(a -> a.status() != 201)
          .forEach(a -> assertEquals(400, a.status(), a.body()));
    }
  }

  @Nested
  class Refused {
    @Test
    void anothersAndOneThatThereIsNotAlike() {
      String anothers = file(FileHolder.account("another"), FileState.CLEAN, FileKind.PDF);
      GatewayAnswer others = sending(hanako, anothers).sentTo(entry);
      GatewayAnswer none = sending(hanako, UUID.randomUUID().toString()).sentTo(entry);
      refused("file-missing", others);
      refused("file-missing", none);
      assertEquals(others.json().get("errors"), none.json().get("errors"));
    }

    @Test
    void oneOfADraftThatIsAnothersByNow() {
      Instant now = Instant.now();
      new DynamoDraftStore(cloud)
          .save(
              new Draft(
                  draftId,
                  1,
                  open.id(),
                  "手続",
                  1,
                  Map.of(),
                  null,
                  "another",
                  false,
                  now,
                  now.plusSeconds(60)),
              SampleApplications.token());
      refused("file-missing", sending(new Caller.Guest(), guests()).sentTo(entry));
    }

    @Test
    void oneThatWasSentInAlready() {
      String fileId = hanakos();
      accepted(sending(hanako, fileId).sentTo(entry));
      refused("file-used", sending(hanako, fileId).sentTo(entry));
    }

    @ParameterizedTest
    @CsvSource({
      "SENDING, file-sending",
      "INFECTED, file-infected",
      "ENCRYPTED, file-encrypted",
      "UNREADABLE, file-unreadable",
      "UNSUITABLE, file-unsuitable",
      "REMOVED, file-missing",
    })
    void oneThatIsNotWholeOrNotTaken(FileState state, String code) {
      String fileId = file(FileHolder.account(hanako.accountId()), state, null);
      refused(code, sending(hanako, fileId).sentTo(entry));
    }

    @Test
    void aKindThatTheQuestionDoesNotTake() {
      String png = file(FileHolder.account(hanako.accountId()), FileState.CLEAN, FileKind.PNG);
      refused("file-kind", sending(hanako, png).sentTo(entry));
    }
  }

  @Nested
  class Signed {
    private final SampleProcedure signing =
        SampleProcedure.signed(Procedure.Level.SIGNATURE).askingForFiles();

    Signed() {
      assertTrue(new DynamoProcedureStore(cloud).publish(signing.procedure()));
    }

    private GatewayAnswer putDown(String fileId) {
      return GatewayCall.of(Route.FREEZE_APPLICATION)
          .as(hanako)
          .change(body -> body.put("procedureId", signing.id()))
          .answers(SampleProcedure.answersBut("proof", List.of(fileId)))
          .sentTo(entry);
    }

    @Test
    void byTheDigestsOfWhatIsKeptAndReadByName() {
      String fileId = hanakos();
      assertEquals(201, putDown(fileId).status());
      SigningRequest standing =
          new DynamoSigningStore(cloud)
              .find(hanako.accountId(), signing.id(), Instant.now())
              .orElseThrow();
      assertEquals(
          List.of(Map.of("fileId", fileId, "sha256", "sum of " + fileId)),
          standing.content().get("attachments"));
      GatewayAnswer shown =
          GatewayCall.of(Route.READ_SIGNING_REQUEST)
              .as(hanako)
              .path("matter", signing.id())
              .sentTo(entry);
      assertEquals("写し.pdf", shown.json().at("/files/0/name").stringValue());
    }

    @Test
    void neverBeforeItIsKnownWhatIsKept() {
      String waiting = file(FileHolder.account(hanako.accountId()), FileState.WAITING, null);
      refused("file-waiting", putDown(waiting));
    }
  }

  @Nested
  class Corrected {
    private Application returned(String applicationId) {
      DynamoApplicationStore store = new DynamoApplicationStore(cloud);
      Application application = store.find(applicationId).orElseThrow();
      Application next =
          application.advanced(
              ApplicationState.RETURNED, new Application.Returned("ぼやけて読めません。", List.of("proof")));
      store.advance(
          Advance.of(
              next, SampleApplications.event(next, Step.RETURN), SampleApplications.token()));
      return next;
    }

    private GatewayAnswer corrected(Application returned, String... fileIds) {
      return GatewayCall.of(Route.CORRECT_APPLICATION)
          .as(hanako)
          .on(returned.applicationId())
          .change(body -> body.put("version", returned.version()).put("fee", 600))
          .answers(SampleProcedure.answersBut("proof", Arrays.asList(fileIds)))
          .sentTo(entry);
    }

    @Test
    void replacesAFileAndErasesNone() {
      String blurred = hanakos();
      String kept = hanakos();
      String sharp = hanakos();
      String id = accepted(sending(hanako, blurred, kept).sentTo(entry));
      GatewayAnswer answer = corrected(returned(id), sharp, kept);
      assertEquals(200, answer.status(), answer.body());
      assertEquals(Set.of(blurred, kept, sharp), filesOf(id));
    }

    @Test
    void byAFollowCodeTakesTheFilesOfTheDraftThatItNamesAndOfNobodyElse() {
      String code = SpokenCode.draw(new SecureRandom());
      String id =
          accepted(
              sending(new Caller.Guest(), guests())
                  .change(
                      body ->
                          body.put("procedureId", open.id())
                              .put("draftId", draftId)
                              .put("followCode", code))
                  .sentTo(entry));
      Application returned = returned(id);
      refused("file-missing", correctedBy(code, returned, hanakos()));
      String sharp = guests();
      GatewayAnswer answer = correctedBy(code, returned, sharp);
      assertEquals(200, answer.status(), answer.body());
      assertTrue(filesOf(id).contains(sharp));
    }

    private GatewayAnswer correctedBy(String code, Application returned, String fileId) {
      return GatewayCall.of(Route.CORRECT_FOLLOWED)
          .as(new Caller.Guest())
          .change(
              body ->
                  body.put("code", code)
                      .put("version", returned.version())
                      .put("fee", 600)
                      .put("draftId", draftId))
          .answers(SampleProcedure.answersBut("proof", List.of(fileId)))
          .sentTo(entry);
    }

    @Test
    void takesNoFileOfAnotherApplication() {
      String elsewhere = hanakos();
      accepted(sending(hanako, elsewhere).sentTo(entry));
      String id = accepted(sending(hanako, hanakos()).sentTo(entry));
      refused("file-used", corrected(returned(id), elsewhere));
    }
  }
}
