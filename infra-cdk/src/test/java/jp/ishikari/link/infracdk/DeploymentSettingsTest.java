package jp.ishikari.link.infracdk;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import jp.ishikari.link.blueprint.Capability;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Setting;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A deployment starts from complete settings and built code, or says at once what is missing. */
class DeploymentSettingsTest {
  @Nested
  class Settings {
    @Test
    void give_every_function_setting_a_value_and_every_origin_https() {
      CitySettings settings = CitySettings.read(SynthesisedCity.SETTINGS, Made.invented());
      for (CityRegion region : CityRegion.values()) {
        for (Setting setting : Setting.values()) {
          String value = settings.valueOf(setting, region);
          assertTrue(value != null && !value.isBlank(), setting.name());
          if (setting.name().endsWith("_ORIGIN") || setting.name().endsWith("_ISSUER")) {
            assertTrue(value.startsWith("https://"), setting + " is " + value);
          }
        }
      }
    }

    /** A forgotten line must not open the staff host to the world. */
    @Test
    void open_the_staff_host_to_any_network_only_in_so_many_words(@TempDir Path folder)
        throws IOException {
      String sample = Files.readString(SynthesisedCity.SETTINGS);
      Path empty =
          Files.writeString(
              folder.resolve("empty.properties"),
              sample.replaceAll("(?m)^staff\\.networks=.*$", "staff.networks="));
      assertTrue(
          assertThrows(
                  IllegalArgumentException.class, () -> CitySettings.read(empty, Made.invented()))
              .getMessage()
              .endsWith(": staff.networks is missing"));
      Path any =
          Files.writeString(
              folder.resolve("any.properties"),
              sample.replaceAll("(?m)^staff\\.networks=.*$", "staff.networks=any"));
      assertTrue(CitySettings.read(any, Made.invented()).staffNetworks().isEmpty());
    }

    @Test
    void tell_everything_that_is_missing_at_once(@TempDir Path folder) throws IOException {
      Path file =
          Files.writeString(folder.resolve("half.properties"), "account=1\nactive=us-east-1\n");
      String told =
          assertThrows(
                  IllegalArgumentException.class, () -> CitySettings.read(file, Made.invented()))
              .getMessage();
      for (String expected :
          new String[] {
            "zone.id is missing",
            "host.staff is missing",
            "staff.networks is missing",
            "setting.MAIL_SENDER is missing",
            "active must be one of"
          }) {
        assertTrue(told.contains(expected), told);
      }
    }
  }

  @Nested
  class Code {
    @Test
    void that_was_not_built_is_one_error_naming_every_zip(@TempDir Path repository) {
      String told =
          assertThrows(IllegalStateException.class, () -> FunctionCode.built(repository))
              .getMessage();
      Arrays.stream(Capability.values())
          .forEach(
              capability -> assertTrue(told.contains(Names.module(capability) + ".zip"), told));
      assertTrue(told.contains("./mvnw package"), told);
    }
  }
}
