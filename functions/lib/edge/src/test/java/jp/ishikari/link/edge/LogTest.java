package jp.ishikari.link.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.Property;
import org.junit.jupiter.api.Test;
import software.amazon.lambda.powertools.logging.internal.PowertoolsLoggedFields;
import tools.jackson.databind.JsonNode;

/** A line as the cloud's log service gets it: metrics and alarms are made of its fields. */
class LogTest {

  /** Writes with the layout that functions have, into a list. */
  private static final class Lines extends AbstractAppender {
    private final List<JsonNode> lines = new ArrayList<>();

    Lines(Configuration functions) {
      super("lines", null, functions.getAppender("json").getLayout(), true, Property.EMPTY_ARRAY);
      start();
      functions.getRootLogger().addAppender(this, null, null);
    }

    @Override
    public void append(LogEvent event) {
      lines.add(Json.MAPPER.readTree(getLayout().toByteArray(event)));
    }
  }

  @Test
  void noFieldHasANameThatTheLibraryKeepsForItself() {
    Set<String> reserved = Set.copyOf(PowertoolsLoggedFields.stringValues());
    assertEquals(
        List.of(),
        Arrays.stream(LogField.values()).map(LogField::key).filter(reserved::contains).toList());
  }

  @Test
  void numbersAreNumbersAndEverythingElseIsTextUnderItsField() {
    Configuration functions = ((LoggerContext) LogManager.getContext(false)).getConfiguration();
    Lines heard = new Lines(functions);
    try {
      Log.of(LogTest.class)
          .warn("said", Log.fields(LogField.COUNT, LogField.ROUTE, LogField.CODE), 7, "{}", null);
    } finally {
      functions.getRootLogger().removeAppender("lines");
    }
    assertEquals(1, heard.lines.size());
    JsonNode line = heard.lines.getFirst();
    assertEquals("said", line.get("message").stringValue());
    assertTrue(line.get(LogField.COUNT.key()).isIntegralNumber(), line::toString);
    assertEquals(7, line.get(LogField.COUNT.key()).intValue());
    assertEquals("{}", line.get(LogField.ROUTE.key()).stringValue());
    assertEquals("null", line.get(LogField.CODE.key()).stringValue());
  }
}
