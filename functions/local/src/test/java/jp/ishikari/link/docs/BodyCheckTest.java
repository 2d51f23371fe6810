package jp.ishikari.link.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.testkit.BodyCheck;
import jp.ishikari.link.testkit.GatewayAnswer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The check that every answer of the tests goes through finds what is wrong. */
class BodyCheckTest {

  @Test
  void whatIsDeclaredPasses() {
    assertEquals(List.of(), faults(200, "{\"procedures\":[]}"));
  }

  @Test
  void aMissingPartIsFound() {
    assertFalse(faults(200, "{}").isEmpty());
  }

  @Test
  void aPartOfAnotherTypeIsFound() {
    assertFalse(faults(200, "{\"procedures\":\"none\"}").isEmpty());
  }

  @Test
  void anotherStatusIsFound() {
    assertFalse(faults(201, "{\"procedures\":[]}").isEmpty());
  }

  @Test
  void aFailureThatIsNoProblemIsFound() {
    assertFalse(faults(404, "{\"procedures\":[]}").isEmpty());
  }

  private static List<String> faults(int status, String body) {
    return BodyCheck.faults(
        Route.LIST_PROCEDURES,
        new GatewayAnswer(status, body, JsonMapper.shared().createObjectNode()));
  }
}
