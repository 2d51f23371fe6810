package jp.ishikari.link.infracdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Setting;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the city's SAML becomes OpenID Connect that the function of staff sign-in believes. */
class StaffSamlTest {
  private final SynthesisedCity city = SynthesisedCity.shared();

  @Nested
  class APool {
    @Test
    void stands_in_each_region_and_lets_nobody_sign_up_or_in_by_itself() {
      for (CityRegion region : CityRegion.values()) {
        JsonNode pool = only(region, "AWS::Cognito::UserPool");
        assertTrue(pool.at("/AdminCreateUserConfig/AllowAdminCreateUserOnly").asBoolean());
        JsonNode client = only(region, "AWS::Cognito::UserPoolClient");
        assertEquals("[\"code\"]", client.get("AllowedOAuthFlows").toString());
        assertEquals("[\"openid\",\"profile\"]", client.get("AllowedOAuthScopes").toString());
        assertFalse(client.get("SupportedIdentityProviders").toString().contains("COGNITO"));
        assertFalse(client.path("GenerateSecret").asBoolean());
        assertEquals(
            "[\"https://staff.link.ishikari.example/api/sign-in/staff/callback\"]",
            client.get("CallbackURLs").toString());
      }
    }

    @Test
    void is_told_who_somebody_is_by_the_citys_provider_alone() {
      JsonNode saml = only(CityRegion.OSAKA, "AWS::Cognito::UserPoolIdentityProvider");
      assertEquals("SAML", saml.get("ProviderType").asText());
      assertEquals(
          "https://idp.city.example/saml/metadata",
          saml.at("/ProviderDetails/MetadataURL").asText());
      assertEquals(
          "urn:oid:0.9.2342.19200300.100.1.1",
          saml.at("/AttributeMapping/preferred_username").asText());
    }
  }

  @Nested
  class TheFunction {
    @Test
    void believes_the_pool_of_its_own_region() {
      for (CityRegion region : CityRegion.values()) {
        JsonNode variables =
            city.function(region, Entry.IDENTITY_STAFF).properties().at("/Environment/Variables");
        assertTrue(
            variables
                .get(Setting.STAFF_ISSUER.name())
                .asText()
                .startsWith(
                    "https://cognito-idp.%s.amazonaws.com/%s_"
                        .formatted(region.code(), region.code())));
        assertEquals("NONE", variables.get(Setting.STAFF_CLIENT_AUTHENTICATION.name()).asText());
        assertEquals(
            "preferred_username", variables.get(Setting.STAFF_ACCOUNT_CLAIM.name()).asText());
      }
    }
  }

  @Nested
  class Settings {
    @Test
    void without_saml_name_the_provider_themselves(@TempDir Path folder) throws IOException {
      String direct =
          Files.readString(SynthesisedCity.SETTINGS)
              .replaceAll("(?m)^staff\\.(saml|pool|client).*$", "");
      Path file = Files.writeString(folder.resolve("direct.properties"), direct);
      assertTrue(
          assertThrows(
                  IllegalArgumentException.class, () -> CitySettings.read(file, Made.invented()))
              .getMessage()
              .contains("setting.STAFF_ISSUER is missing"));
      Files.writeString(file, direct + "\nsetting.STAFF_ISSUER=https://idp.city.example\n");
      CitySettings settings = CitySettings.read(file, Made.invented());
      assertEquals(
          "https://idp.city.example", settings.valueOf(Setting.STAFF_ISSUER, CityRegion.OSAKA));
      assertEquals("sub", settings.valueOf(Setting.STAFF_ACCOUNT_CLAIM, CityRegion.OSAKA));
    }

    @Test
    void with_saml_but_no_account_say_so(@TempDir Path folder) throws IOException {
      Path file = changed(folder, "(?m)^staff\\.saml\\.account.*$", "");
      assertTrue(
          assertThrows(
                  IllegalArgumentException.class, () -> CitySettings.read(file, Made.invented()))
              .getMessage()
              .contains("staff.saml.account is missing"));
    }

    @Test
    void take_the_metadata_from_a_file_beside_them_too(@TempDir Path folder) throws IOException {
      Path file = changed(folder, "https://idp.city.example/saml/metadata", "idp.xml");
      assertTrue(
          assertThrows(
                  IllegalArgumentException.class, () -> CitySettings.read(file, Made.invented()))
              .getMessage()
              .contains("staff.saml.metadata names no file that can be read"));
      Files.writeString(folder.resolve("idp.xml"), "<EntityDescriptor/>");
      assertEquals(
          "<EntityDescriptor/>",
          CitySettings.read(file, Made.invented()).staffSaml().getMetadataContent());
    }

    private Path changed(Path folder, String pattern, String with) throws IOException {
      return Files.writeString(
          folder.resolve("city.properties"),
          Files.readString(SynthesisedCity.SETTINGS).replaceAll(pattern, with));
    }
  }

  private JsonNode only(CityRegion region, String type) {
    return city.all(region, type).getFirst().properties();
  }
}
