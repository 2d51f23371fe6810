package jp.ishikari.link.staffdirectory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import jp.ishikari.link.aws.DynamoDivisionStore;
import jp.ishikari.link.aws.Rows;
import jp.ishikari.link.aws.StaffRow;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Role;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.Division;
import jp.ishikari.link.domain.Idempotency;
import jp.ishikari.link.domain.identity.Registration;
import jp.ishikari.link.domain.identity.SecondFactor;
import jp.ishikari.link.domain.identity.StaffMember;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.staffdirectory.store.DynamoStaffRegister;
import jp.ishikari.link.staffdirectory.store.StaffChange;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.GatewayAnswer;
import jp.ishikari.link.testkit.GatewayCall;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;

/** What user administrators are promised of a file of staff. */
@ExtendWith(Engines.class)
class ImportStaffTest {
  private static final String HEADING = "職員アカウント,氏名,役割,課,最初の日,最後の日\r\n";

  private static TestCloud cloud;
  private static EntryFunction entry;

  private final String account = "a-" + UUID.randomUUID();
  private final Caller.Staff watanabe = caller("staff-watanabe");

  @BeforeAll
  static void wire(TestCloud engines) {
    cloud = engines;
    entry = new StaffDirectoryWiring().wire(Entry.STAFF_DIRECTORY_STAFF, cloud);
    new DynamoDivisionStore(cloud).save(new Division("shimin", "市民課", "0133", "1階", false));
  }

  private static Caller.Staff caller(String staffId) {
    return new Caller.Staff(
        staffId, "渡辺 智子", Set.of(Role.USER_ADMINISTRATOR), Set.of(), true, "session");
  }

  private GatewayAnswer trial(String lines) {
    return sent(watanabe, (HEADING + lines).getBytes(StandardCharsets.UTF_8), true);
  }

  private GatewayAnswer done(String lines) {
    return sent(watanabe, (HEADING + lines).getBytes(StandardCharsets.UTF_8), false);
  }

  private static GatewayAnswer sent(Caller.Staff who, byte[] file, boolean trial) {
    return GatewayCall.of(Route.IMPORT_STAFF)
        .as(who)
        .change(
            body -> body.put("file", Base64.getEncoder().encodeToString(file)).put("trial", trial))
        .sentTo(entry);
  }

  private StaffMember member() {
    DynamoStaffRegister register = new DynamoStaffRegister(cloud);
    return register.find(register.holderOf(account).orElseThrow()).orElseThrow();
  }

  private static List<String> errors(GatewayAnswer answer) {
    return answer
        .json()
        .path("errors")
        .valueStream()
        .map(e -> e.get("path").stringValue() + " " + e.get("code").stringValue())
        .sorted()
        .toList();
  }

  @Nested
  class Done {
    @Test
    void aTrialSaysWhatWouldChangeAndChangesNothing() {
      GatewayAnswer answer = trial(account + ",松本 大輔,審査,市民課,2027/4/1,\r\n");
      assertEquals(200, answer.status(), answer.body());
      assertTrue(answer.json().at("/lines/0/added").booleanValue());
      assertTrue(new DynamoStaffRegister(cloud).holderOf(account).isEmpty());
    }

    @Test
    void newStaffAreAddedWithTheirCodesAndThoseWhoStandAreChangedWithHistory() {
      GatewayAnswer added = done(account + ",松本 大輔,審査、閲覧,市民課,2027/4/1,\r\n");
      assertEquals(201, added.json().at("/lines/0/status").intValue(), added.body());
      assertTrue(added.json().at("/lines/0/answer/enrolmentCode").isString());
      assertEquals(Set.of("REVIEWER", "VIEWER"), member().roles());
      GatewayAnswer changed = done(account + ",松本 大輔,閲覧,市民課,,令和9年\r\n");
      assertEquals(List.of("line2.until date"), errors(changed));
      GatewayAnswer mended = done(account + ",\"松本 \uD842\uDFB7\",閲覧,市民課,,2027年3月31日\r\n");
      assertEquals(200, mended.json().at("/lines/0/status").intValue(), mended.body());
      assertEquals("松本 \uD842\uDFB7", member().name());
      assertEquals(2, new DynamoStaffRegister(cloud).history(member().staffId()).size());
    }

    @Test
    void theSameFileAgainChangesNothing() {
      String line = account + ",松本 大輔,審査,市民課,,\r\n";
      done(line);
      assertEquals(0, done(line).json().get("lines").size());
      assertEquals(1, member().revision());
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "UTF-8",
          "UTF-8 with its mark",
          "windows-31j",
          "UTF-16LE with its mark",
          "UTF-16"
        })
    void whateverTheSpreadsheetSavedIsRead(String how) {
      String text = HEADING + account + ",髙橋 ①,審査,市民課,,\r\n";
      String[] charset = how.split(" ");
      byte[] file =
          ((charset.length > 1 ? "\uFEFF" : "") + text).getBytes(Charset.forName(charset[0]));
      assertEquals(200, sent(watanabe, file, false).status());
      assertEquals("髙橋 ①", member().name());
    }
  }

  /** How Excel writes tables: with what is between cells, and with what was once in use. */
  @Nested
  class FromASpreadsheet {
    private GatewayAnswer sent(String text) {
      return ImportStaffTest.sent(watanabe, text.getBytes(StandardCharsets.UTF_8), false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\t", ";", "sep=;", "sep=\t"})
    void cellsMayStandBetweenTabsOrSemicolons(String told) {
      String between = told.substring(told.length() - 1);
      String table = (HEADING + account + ",松本 大輔,審査,市民課,,\r\n").replace(",", between);
      GatewayAnswer answer = sent(told.startsWith("sep=") ? told + "\r\n" + table : table);
      assertEquals(200, answer.status(), answer.body());
      assertEquals("松本 大輔", member().name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "x", "", "\r", "\uD842\uDFB7", "職"})
    void nothingElseMayStandBetweenThem(String told) {
      GatewayAnswer answer =
          sent("sep=" + told + "\r\n" + HEADING + account + ",松本 大輔,審査,市民課,,\r\n");
      assertEquals(List.of("file columns"), errors(answer), answer.body());
    }

    @Test
    void rowsAndColumnsThatHoldNothingArePassedOver() {
      String heading = HEADING.strip();
      GatewayAnswer answer =
          sent(
              heading
                  + ",,\r\n\r\n,,,,,,,\r\n, ,\r\n"
                  + account
                  + ",松本 大輔,審査,市民課,,,,\r\n,,,,,,,\r\n");
      assertEquals(200, answer.status(), answer.body());
      assertEquals(5, answer.json().at("/lines/0/line").intValue());
    }

    @Test
    void aRowHasTheNumberThatTheSpreadsheetShowsAlsoAfterABreakWithinACell() {
      String other = "b-" + account;
      GatewayAnswer answer =
          sent(
              HEADING
                  + account
                  + ",松本 大輔,\"審査\n閲覧\",市民課,,\r\n"
                  + other
                  + ",名,審査,市民課,2027/2/29,\r\n");
      assertEquals(List.of("line3.from date"), errors(answer));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "令和9年4月1日",
          "R9.4.1",
          "r9/4/1",
          "２０２７／４／１",
          "2027/4/1 0:00",
          "令和９年０４月０１日",
          "2027-04-01"
        })
    void aDayIsReadHoweverTheSpreadsheetShowsIt(String written) {
      GatewayAnswer answer = sent(HEADING + account + ",松本 大輔,審査,市民課," + written + ",\r\n");
      assertEquals(201, answer.json().at("/lines/0/status").intValue(), answer.body());
      assertEquals(LocalDate.of(2027, 4, 1), member().registration().from());
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"9/4/1", "27/4/1", "平成31年5月1日", "R109.1.1", "46113", "4月1日", "12027/4/1"})
    void aDayThatCouldBeAnotherOneOrNoneIsRefused(String written) {
      assertEquals(
          List.of("line2.from date"),
          errors(sent(HEADING + account + ",松本 大輔,審査,市民課," + written + ",\r\n")));
    }
  }

  /** What a spreadsheet would reckon with. */
  @Nested
  class Formulas {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "＝1+1あ", "+81 名", "－名", "@SUM(A1)", "'=1+1"})
    void aNameThatBeginsWithASignOfAFormulaIsRefused(String name) {
      assertEquals(
          List.of("line2.name formula"), errors(done(account + "," + name + ",審査,市民課,,\r\n")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"・", "１２３", "😀", "\u3099"})
    void aNameHasALetter(String name) {
      assertEquals(
          List.of("line2.name letter"), errors(done(account + "," + name + ",審査,市民課,,\r\n")));
    }

    @Test
    void aNameFromBeforeTheRuleThatIsSavedMarkedAsTextAndSentBackIsAsItStood() {
      for (String name : List.of("=HYPERLINK(1)", "'=1", " ＋名", "'名")) {
        String own = UUID.randomUUID() + "";
        new DynamoStaffRegister(cloud)
            .add(
                new Registration(own, name, Set.of("REVIEWER"), Set.of("shimin"), null, null, null),
                SecondFactor.enrolled(new byte[] {1}),
                new StaffChange("s-" + own, 1, Instant.now(), "x", "x", List.of()),
                List.of(),
                new Idempotency(own, own, "{}", Instant.now().plusSeconds(60)))
            .fold(reason -> fail(reason.toString()), change -> change);
        String saved = name.equals("'名") ? name : "'" + name;
        GatewayAnswer answer = trial(own + "," + saved + ",審査,市民課,,\r\n");
        assertEquals(200, answer.status(), answer.body());
        assertEquals(0, answer.json().at("/lines/0/what").size(), answer.body());
      }
    }
  }

  /** Without an administrator nobody could set things right: the whole file is looked at first. */
  @Nested
  class LastAdministrators {
    private final String other = "c-" + UUID.randomUUID();

    private String line(String who, String roles, String until) {
      return who + ",高橋 誠," + roles + ",市民課,," + until + "\r\n";
    }

    private String id(String who) {
      return new DynamoStaffRegister(cloud).holderOf(who).orElseThrow();
    }

    private void enrolled(String who) {
      DynamoDbTable<EnhancedDocument> staff = Rows.of(cloud, Table.STAFF);
      EnhancedDocument row = staff.getItem(Rows.key(id(who)));
      staff.updateItem(
          StaffRow.put(row.toBuilder(), SecondFactor.enrolled(new byte[] {1})).build());
    }

    /** Nobody of earlier tests has any of the roles. */
    @BeforeEach
    void alone() {
      DynamoDbTable<EnhancedDocument> staff = Rows.of(cloud, Table.STAFF);
      for (StaffMember m : new DynamoStaffRegister(cloud).all()) {
        staff.deleteItem(Rows.key(m.staffId()));
      }
    }

    @ParameterizedTest
    @ValueSource(strings = {"システム管理者", "利用者管理者", "非常用の管理者"})
    void theTrialFindsTheOneWhoWouldBeTheLastAndNothingAtAllIsDone(String role) {
      done(line(account, role, "") + line(other, "審査", ""));
      enrolled(account);
      for (String last : List.of(line(account, "審査", ""), line(account, role, "2020/1/1"))) {
        String file = line(other, "閲覧", "") + last;
        assertEquals(List.of("line3.roles last"), errors(trial(file)));
        assertEquals(List.of("line3.roles last"), errors(done(file)));
        assertEquals(1, new DynamoStaffRegister(cloud).find(id(other)).orElseThrow().revision());
      }
    }

    @Test
    void bothOfTheLastTwoAreFoundEvenThoughEachMightGoAlone() {
      done(line(account, "システム管理者", "") + line(other, "システム管理者", ""));
      enrolled(account);
      enrolled(other);
      String file = line(account, "審査", "") + line(other, "審査", "");
      assertEquals(List.of("line3.roles last"), errors(trial(file)));
      assertEquals(List.of("line3.roles last"), errors(done(file)));
      assertEquals(1, member().revision());
    }

    @Test
    void aRoleMayBeHandedOverWithinTheFileWhateverTheOrderOfItsRows() {
      done(line(account, "システム管理者", "") + line(other, "審査", ""));
      enrolled(account);
      enrolled(other);
      String file = line(account, "審査", "") + line(other, "システム管理者", "");
      GatewayAnswer answer = done(file);
      assertEquals(200, answer.json().at("/lines/0/status").intValue(), answer.body());
      assertEquals(200, answer.json().at("/lines/1/status").intValue(), answer.body());
    }

    @Test
    void twoWhoChangePlacesAreToldThatItTakesTwoFilesAndTheseTwoAreDone() {
      done(line(account, "システム管理者", "") + line(other, "利用者管理者", ""));
      enrolled(account);
      enrolled(other);
      String file = line(account, "利用者管理者", "") + line(other, "システム管理者", "");
      GatewayAnswer refused = trial(file);
      assertEquals(List.of("line2.roles exchange", "line3.roles exchange"), errors(refused));
      assertTrue(refused.body().contains("2回に分けてください"), refused.body());
      for (String part : List.of(line(account, "システム管理者、利用者管理者", ""), file)) {
        GatewayAnswer answer = done(part);
        assertEquals(200, answer.json().at("/lines/0/status").intValue(), answer.body());
      }
      assertEquals(
          Set.of("SYSTEM_ADMINISTRATOR"),
          new DynamoStaffRegister(cloud).find(id(other)).orElseThrow().registration().roles());
    }

    @Test
    void somebodyNewWhoHasNotEnrolledYetIsNotTheOneWhoIsLeft() {
      done(line(account, "システム管理者", ""));
      enrolled(account);
      String file = line(account, "審査", "") + line(other, "システム管理者", "");
      assertEquals(List.of("line2.roles last"), errors(done(file)));
      assertTrue(new DynamoStaffRegister(cloud).holderOf(other).isEmpty());
    }
  }

  @Nested
  class Refused {
    @Test
    void everyMistakeIsToldByLineAndColumnAndNothingIsDone() {
      GatewayAnswer answer =
          done(
              account
                  + ",松本 大輔,審査,市民課,,\r\n"
                  + account
                  + ",,皇帝,月の課,2027-02-30,\r\n"
                  + ",名無し,審査,,,\r\n");
      assertTrue(answer.body().contains("「皇帝」という役割はありません。次の中から選んでください：「システム管理者」"), answer.body());
      assertTrue(answer.body().contains("「月の課」という課はありません。次の中から選んでください：「"), answer.body());
      assertEquals(
          List.of("account", "name", "roles", "divisions", "from", "account", "divisions"),
          answer
              .json()
              .path("errors")
              .valueStream()
              .map(e -> e.get("path").stringValue().replaceFirst(".*\\.", ""))
              .toList(),
          "in the order of the columns");
      assertEquals(
          List.of(
              "line3.account twice",
              "line3.divisions option",
              "line3.from date",
              "line3.name required",
              "line3.roles option",
              "line4.account required",
              "line4.divisions required"),
          errors(answer));
      assertTrue(answer.body().contains("3行目 役割："), answer.body());
      assertTrue(new DynamoStaffRegister(cloud).holderOf(account).isEmpty());
    }

    /** As where a name is typed: with one of these it would read as another one. */
    @ParameterizedTest
    @ValueSource(strings = {"松本\0大輔", "松本\u202E大輔", "\"松本\r\n大輔\""})
    void aNameWithCharactersThatNobodyMayTypeIsRefusedInAFileToo(String name) {
      assertEquals(
          List.of("line2.name characters"), errors(done(account + "," + name + ",審査,市民課,,\r\n")));
      assertTrue(new DynamoStaffRegister(cloud).holderOf(account).isEmpty());
    }

    @Test
    void whatIsNoSuchFileIsSaidPlainly() {
      byte[] picture = {(byte) 0x89, 'P', 'N', 'G', (byte) 0xFF, (byte) 0xFE, 0};
      assertEquals(400, sent(watanabe, picture, true).status());
      assertEquals(
          List.of("file columns"),
          errors(sent(watanabe, "氏名\r\n松本\r\n".getBytes(StandardCharsets.UTF_8), true)));
      assertEquals(List.of("line2 cells"), errors(trial("a,b\r\n")));
      assertEquals(
          List.of("file length"), errors(trial((account + ",名,審査,市民課,,\r\n").repeat(501))));
    }

    @Test
    void theSameMistakeInManyRowsIsToldOnceWithTheirNumbers() {
      StringBuilder lines = new StringBuilder();
      for (int row = 2; row <= 401; row++) {
        String role = row == 50 || row == 60 || row == 61 ? "審査" : "審　査";
        lines.append(account).append(row).append(",松本 大輔,").append(role).append(",市民課,,\r\n");
      }
      GatewayAnswer answer = trial(lines.toString());
      assertEquals(List.of("line2.roles option"), errors(answer));
      String message = answer.json().at("/errors/0/message").stringValue();
      assertTrue(message.startsWith("2〜49、51〜59、62〜401行目 役割：「審　査」という役割はありません。"), message);
    }

    @Test
    void anEmptyFileAnOpenQuoteAndTooManyRowsAreSaidAsWhatTheyAre() {
      assertEquals(
          List.of("file empty"),
          errors(sent(watanabe, "\uFEFF\r\n , ,\r\n".getBytes(StandardCharsets.UTF_8), true)));
      GatewayAnswer open = trial("x,名,審査,市民課,,\r\n\"y\",\"松本 大輔,審査,市民課,,\r\nz,名,審査,市民課,,\r\n");
      assertEquals(List.of("file quote"), errors(open));
      assertTrue(open.body().contains("3行目：「"), open.body());
      GatewayAnswer many = trial("a\r\n".repeat(501));
      assertEquals(List.of("file length"), errors(many));
      assertTrue(many.body().contains("500人まで"), many.body());
    }

    @Test
    void accountsThatDifferInCaseOnlyAreOneInAFileToo() {
      String lines =
          account + ",名,審査,市民課,,\r\n" + account.toUpperCase(Locale.ROOT) + ",名,審査,市民課,,\r\n";
      assertEquals(List.of("line3.account twice"), errors(done(lines)));
      assertTrue(new DynamoStaffRegister(cloud).holderOf(account).isEmpty());
    }

    @Test
    void nobodyChangesTheirOwnRegistrationByAFileEither() {
      done(account + ",渡辺 智子,利用者管理者,,,\r\n");
      String lines = HEADING + account + ",渡辺 智子,利用者管理者、システム管理者,,,\r\n";
      GatewayAnswer own =
          sent(caller(member().staffId()), lines.getBytes(StandardCharsets.UTF_8), false);
      assertEquals(List.of("line2.account own"), errors(own));
      assertEquals(1, member().revision());
    }
  }
}
