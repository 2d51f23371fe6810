package jp.ishikari.link.localcloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsTest {
  @Test
  void allMistakesAreToldAtOnceInWholeSentences() {
    var refused =
        assertInstanceOf(
            Settings.Reading.Refused.class,
            Settings.read(
                "--colour",
                "red",
                "--sqs-port",
                "0",
                "--s3-port",
                "8600",
                "--portal-origin",
                "localhost"));
    assertEquals(
        List.of(
            "The flag --colour is not known.",
            "The flag --data must name the folder that keeps the engines' state.",
            "The value of --sqs-port must be a port from 1 to 65535.",
            "The port 8600 (--s3-port) is given to two engines.",
            "The value of --portal-origin must be an origin such as http://127.0.0.1:8080."),
        refused.sentences());
  }

  @Test
  void theFolderAloneIsEnough() {
    var settings =
        assertInstanceOf(Settings.Reading.Understood.class, Settings.read("--data", "city"))
            .settings();
    assertEquals(8601, settings.port(Settings.Port.SQS));
    assertEquals("http://127.0.0.1:8081", settings.staffOrigin().toString());
  }
}
