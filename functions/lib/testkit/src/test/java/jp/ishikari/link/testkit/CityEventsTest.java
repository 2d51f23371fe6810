package jp.ishikari.link.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import jp.ishikari.link.aws.SnsAnnouncements;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationEvent;
import jp.ishikari.link.domain.Step;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a subscriber of the city's topic can rely on: the published schema, byte for byte raw. */
@ExtendWith(Engines.class)
class CityEventsTest {
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(
              new String(
                  SampleEvents.bytes("cloudevents/application-event.schema.json"),
                  StandardCharsets.UTF_8));

  private static Subscriber subscriber;
  private static TestCloud cloud;

  @BeforeAll
  static void subscribe(TestCloud engines) {
    cloud = engines;
    subscriber = new Subscriber(engines, "city-events-test");
  }

  @AfterAll
  static void unsubscribe() {
    subscriber.close();
  }

  private static boolean fits(JsonNode event) {
    return SCHEMA.validate(event.toString(), InputFormat.JSON).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Step.class)
  void everyStepArrivesRawAndFitsTheSchema(Step step) {
    Application application = SampleApplications.submitted("account", "citizens");
    ApplicationEvent event = SampleApplications.event(application, step);
    new SnsAnnouncements(cloud).announce(event);
    List<JsonNode> heard = subscriber.about(application.applicationId(), 1);
    assertEquals(1, heard.size());
    assertEquals(
        List.of(), SCHEMA.validate(heard.getFirst().toString(), InputFormat.JSON), heard::toString);
    String whole = heard.getFirst().toString();
    for (String secret :
        List.of(SampleProcedure.FAMILY, "山田", "理由", "hanako", application.receiptNumber())) {
      assertFalse(whole.contains(secret), "ids and version only: " + whole);
    }
  }

  @Test
  void theSampleFitsTheSchemaAndWhatIsNotPromisedDoesNot() {
    ObjectNode sample = (ObjectNode) SampleEvents.json("cloudevents/application-event.json");
    assertEquals(List.of(), SCHEMA.validate(sample.toString(), InputFormat.JSON));
    assertFalse(fits(sample.deepCopy().put("name", "石狩　花子")));
    assertFalse(fits(sample.deepCopy().put("type", "jp.ishikari.link.application.returned")));
    assertFalse(fits(sample.deepCopy().put("id", "no version")));
    ObjectNode more = sample.deepCopy();
    ((ObjectNode) more.get("data")).put("answers", "{}");
    assertFalse(fits(more));
  }
}
