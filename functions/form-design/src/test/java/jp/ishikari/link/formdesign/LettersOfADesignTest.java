package jp.ishikari.link.formdesign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import jp.ishikari.link.aws.DynamoProcedureStore;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Role;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.domain.document.DocumentKind;
import jp.ishikari.link.domain.document.LetterTemplate;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.edge.Json;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.GatewayAnswer;
import jp.ishikari.link.testkit.GatewayCall;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.node.ObjectNode;

/** What staff who write the letters of a procedure beside its form are promised. */
@ExtendWith(Engines.class)
class LettersOfADesignTest {
  private static final LetterTemplate GOOD =
      new LetterTemplate(
          "交付",
          DocumentKind.CERTIFICATE,
          "犬の登録について",
          "石狩市長",
          "{申請者}　様",
          "{もし 犬の生まれた日 あり}\n{犬の生まれた日}生まれの犬を登録しました。\n{おわり}");

  private final TestCloud cloud;
  private final EntryFunction entry;
  private final String division = "d-" + UUID.randomUUID();
  private final String id = "p-" + UUID.randomUUID().toString().substring(0, 20);
  private final Caller.Staff designer =
      new Caller.Staff(
          "s-" + UUID.randomUUID(),
          "小林",
          Set.of(Role.DIVISION_ADMINISTRATOR),
          Set.of(division),
          true,
          "session");

  LettersOfADesignTest(TestCloud cloud) {
    this.cloud = cloud;
    this.entry = new FormDesignWiring().wire(Entry.FORM_DESIGN_STAFF, cloud);
  }

  @BeforeEach
  void begin() {
    Holidays.announced(cloud);
    assertEquals(
        201,
        asked(Route.CREATE_DESIGN, body -> body.put("procedureId", id).put("divisionId", division))
            .status());
  }

  private GatewayAnswer asked(Route route, Consumer<ObjectNode> change) {
    GatewayCall call = GatewayCall.of(route).as(designer);
    if (route != Route.CREATE_DESIGN) {
      call = call.path("procedureId", id);
    }
    return (route.method() == Route.Method.POST ? call.change(change) : call).sentTo(entry);
  }

  private GatewayAnswer saved(int revision, LetterTemplate... letters) {
    return asked(
        Route.SAVE_DESIGN,
        body -> body.put("revision", revision).set("letters", Json.MAPPER.valueToTree(letters)));
  }

  private GatewayAnswer published(int revision) {
    return asked(Route.PUBLISH_DESIGN, body -> body.put("revision", revision));
  }

  private static LetterTemplate saying(String body) {
    return new LetterTemplate("交付", DocumentKind.CERTIFICATE, "題", "石狩市長", "様", body);
  }

  private static List<String> errors(GatewayAnswer answer) {
    List<String> errors = new ArrayList<>();
    answer
        .json()
        .path("errors")
        .forEach(e -> errors.add(e.get("path").stringValue() + " " + e.get("code").stringValue()));
    return errors;
  }

  @Nested
  class Kept {
    @Test
    void goWithTheVersionOfTheirProcedureAndAreFoundAgainInEach() {
      assertEquals(200, saved(1, GOOD).status());
      GatewayAnswer first = published(2);
      assertEquals(201, first.status(), first.body());
      assertEquals(200, saved(3, saying("ほかの文")).status());
      assertEquals(201, published(4).status());
      DynamoProcedureStore procedures = new DynamoProcedureStore(cloud);
      Procedure before = procedures.version(id, 1).orElseThrow();
      assertEquals(List.of(GOOD), before.letters());
      assertEquals("ほかの文", procedures.current(id).orElseThrow().letters().getFirst().body());
      assertEquals(
          200,
          asked(Route.RESTORE_VERSION, body -> body.put("version", 1).put("revision", 5)).status());
      assertEquals(
          GOOD.body(),
          asked(Route.READ_DESIGN, body -> {}).json().at("/letters/0/body").stringValue());
    }

    @Test
    void standHalfWrittenInADraftWhichSaysWhatIsMissing() {
      GatewayAnswer answer =
          saved(1, new LetterTemplate(null, DocumentKind.NOTICE, null, "石狩市長", "様", "文"));
      assertEquals(200, answer.status(), answer.body());
      assertTrue(answer.body().contains("1番目のひな形の題名を入力してください。"), answer.body());
      assertEquals(
          List.of("/letters/0/name missing", "/letters/0/title missing"), errors(published(2)));
    }
  }

  @Nested
  class Refused {
    private List<String> blocking(LetterTemplate... letters) {
      assertEquals(200, saved(1, letters).status());
      GatewayAnswer answer = published(2);
      assertEquals(422, answer.status(), answer.body());
      return errors(answer);
    }

    @Test
    void byThePublicationWithTheTextAndTheLine() {
      assertEquals(200, saved(1, saying("よい\n{ない項目}\n{もし 犬の生まれた日 あり}")).status());
      GatewayAnswer answer = published(2);
      assertEquals(
          List.of("/letters/0/body unknown-field", "/letters/0/body not-ended"), errors(answer));
      assertTrue(answer.body().contains("ひな形「交付」の本文の2行目：{ない項目}という項目はありません。"), answer.body());
    }

    @Test
    void whereNoAnswersLeadAndWhereNothingStands() {
      assertEquals(
          List.of("/letters/0/body unreachable"),
          blocking(saying("{もし 犬の生まれた日 あり かつ 犬の生まれた日 なし}\nA\n{おわり}")));
    }

    @Test
    void withTwoOfOneName() {
      assertEquals(List.of("/letters/1/name same-names"), blocking(saying("文"), saying("ほかの文")));
    }

    @Test
    void withMoreFieldsThanAnybodyReadsOrATextThatDoesNotEnd() {
      assertEquals(List.of("/letters/0/body too-many"), blocking(saying("{受付日}".repeat(400))));
      GatewayAnswer endless = saved(3, saying("{受付日}".repeat(10_000)));
      assertEquals(400, endless.status());
      assertEquals(List.of("letters.0.body length"), errors(endless));
    }

    @Test
    void asAListWithWhatIsWrongInEachByItsNumber() {
      GatewayAnswer answer =
          asked(
              Route.SAVE_DESIGN,
              body -> {
                body.put("revision", 1);
                body.putArray("letters")
                    .add("文")
                    .addObject()
                    .put("kind", "NONE")
                    .put("title", 3)
                    .put("more", true);
              });
      assertEquals(400, answer.status());
      assertEquals(
          Set.of(
              "letters.0 type",
              "letters.1.kind option",
              "letters.1.title type",
              "letters.1.more unknown"),
          Set.copyOf(errors(answer)));
    }
  }
}
