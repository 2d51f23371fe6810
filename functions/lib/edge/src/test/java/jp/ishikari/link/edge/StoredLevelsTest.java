package jp.ishikari.link.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jp.ishikari.link.domain.Procedure.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.core.JacksonException;

/** What levels of procedures mean that lie in the store. */
class StoredLevelsTest {
  @Test
  void aVersionFromWhenTheCardWasTheOnlySignInStillAsksForTheCard() {
    assertEquals(Level.VERIFIED, Json.MAPPER.readValue("\"SIGNED_IN\"", Level.class));
  }

  @ParameterizedTest
  @EnumSource(Level.class)
  void everyLevelComesBackAsItWasWritten(Level level) {
    assertEquals(level, Json.MAPPER.readValue(Json.MAPPER.writeValueAsString(level), Level.class));
  }

  @Test
  void aLevelThatNobodyKnowsIsNoneAtAll() {
    assertThrows(JacksonException.class, () -> Json.MAPPER.readValue("\"ANY\"", Level.class));
  }
}
