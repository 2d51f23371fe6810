package jp.ishikari.link.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.edge.Json;
import jp.ishikari.link.testkit.BodySchemas;
import jp.ishikari.link.testkit.Checkout;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every id that stands in a body, over the real gateway: what is another's, and what there is not,
 * is refused in a body that is otherwise taken; one's own is taken. A text of a body that is
 * neither walked nor known to name nothing fails the test.
 */
class IdsInBodiesTest {
  /** What people write, choose from a closed list, or prove themselves by. */
  private static final Set<String> NO_IDS =
      Set.of(
          "account",
          "address",
          "addressee",
          "audience",
          "before",
          "birthDate",
          "body",
          "category",
          "claimCode",
          "code",
          "content",
          "counter",
          "documents",
          "enrolmentCode",
          "events",
          "feeText",
          "file",
          "followCode",
          "how",
          "kana",
          "labels",
          "law",
          "letters",
          "link",
          "message",
          "method",
          "ways",
          "name",
          "needs",
          "note",
          "notice",
          "number",
          "other",
          "parts",
          "phone",
          "place",
          "profile",
          "proof",
          "reason",
          "receiptNumber",
          "reductions",
          "revenue",
          "roles",
          "scopes",
          "sender",
          "slip",
          "step",
          "summary",
          "text",
          "title",
          "token",
          "withoutCode",
          "word",
          "words");

  /** Walked where the thing can be made: with a terminal's key, a card's signature, two ways. */
  private static final Map<String, String> ELSEWHERE =
      Map.of(
          "BEGIN_VISIT.terminalId", "counter/src/test/java/jp/ishikari/link/counter/TerminalsTest",
          // Another's is passed over like one that is not there.
          "SUBMIT_APPLICATION.draftId",
              "applications/src/test/java/jp/ishikari/link/applications/ApplicationsResidentTest",
          "TRY_APPLICATION.procedureId",
              "applications/src/test/java/jp/ishikari/link/applications/AtTheCounterTest",
          "SUBMIT_APPLICATION.signingRequestId",
              "applications/src/test/java/jp/ishikari/link/applications/SigningTest",
          "CORRECT_APPLICATION.signingRequestId",
              "applications/src/test/java/jp/ishikari/link/applications/SignedCorrectionTest",
          "SEND_FOLLOWED_MESSAGE.files",
              "conversations/src/test/java/jp/ishikari/link/conversations/FollowedTalkTest",
          "SEND_FOLLOWED_MESSAGE.draftId",
              "conversations/src/test/java/jp/ishikari/link/conversations/FollowedTalkTest",
          "CORRECT_FOLLOWED.draftId",
              "applications/src/test/java/jp/ishikari/link/applications/SentFilesTest",
          "DETACH_WAY.identity",
              "identity/src/test/java/jp/ishikari/link/identity/EmailAttachedTest");

  /** Not looked at before the application is sent in: the body has the shape of that one. */
  private static final Set<String> NOT_YET_READ =
      Set.of(
          "TRY_APPLICATION.draftId",
          "TRY_APPLICATION.signingRequestId",
          "FREEZE_APPLICATION.draftId",
          "FREEZE_APPLICATION.signingRequestId",
          "FREEZE_CORRECTION.signingRequestId");

  @TempDir static Path data;
  private static RunningCity city;
  private static NamedInBodies named;

  @BeforeAll
  static void open() throws Exception {
    city = new RunningCity(data);
    city.start();
    Visitors visitors = new Visitors(city);
    named = new NamedInBodies(visitors, new Things(visitors));
  }

  @AfterAll
  static void close() {
    city.close();
  }

  /** Names of the components that are text or lists of text. */
  private static List<String> texts(Class<?> request) throws NoSuchFieldException {
    List<String> names = new ArrayList<>();
    if (!request.isRecord()) {
      return names;
    }
    for (RecordComponent component : request.getRecordComponents()) {
      Field field = request.getDeclaredField(component.getName());
      if (field.isAnnotationPresent(JsonUnwrapped.class)) {
        names.addAll(texts(component.getType()));
      } else if (component.getType() == String.class
          || Collection.class.isAssignableFrom(component.getType())) {
        JsonProperty other = field.getAnnotation(JsonProperty.class);
        names.add(other == null ? field.getName() : other.value());
      }
    }
    return names;
  }

  @Test
  void anotherOnesIdIsRefusedAndOnesOwnIsTakenInEveryBody() throws Exception {
    List<String> surprises = new ArrayList<>();
    int walked = 0;
    for (Route route : Route.values()) {
      for (String field : texts(BodySchemas.contract(route).request())) {
        String where = route + "." + field;
        if (NO_IDS.contains(field) || NOT_YET_READ.contains(where)) {
          continue;
        }
        if (ELSEWHERE.containsKey(where)) {
          assertTrue(
              Files.exists(Checkout.path("functions/" + ELSEWHERE.get(where) + ".java")), where);
          continue;
        }
        NamedInBodies.Case found = named.of(route, field);
        for (Consumer<ObjectNode> other : found.before()) {
          ObjectNode body = found.made().body().deepCopy();
          other.accept(body);
          HttpResponse<String> answer =
              found.made().owner().ask(route, found.made().path(), body.toString());
          if (!refused(answer)) {
            surprises.add(where + " " + body.get(field) + ": " + answer.statusCode());
          }
        }
        HttpResponse<String> own = found.made().askedBy(found.made().owner(), route);
        if (own.statusCode() >= 300) {
          surprises.add(where + " of the owner: " + own.statusCode() + " " + own.body());
        }
        walked++;
      }
    }
    assertEquals(List.of(), surprises);
    assertFalse(walked < ELSEWHERE.size(), "nothing was walked");
  }

  /** Told so, by a body of ours. */
  private static boolean refused(HttpResponse<String> answer) {
    return Set.of(400, 403, 404, 409, 422).contains(answer.statusCode())
        && !Json.MAPPER.readTree(answer.body()).path("code").asString("").isEmpty();
  }
}
