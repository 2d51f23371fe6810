package jp.ishikari.link.identity.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.nimbusds.jose.JWSAlgorithm;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A provider as operators set it. */
class ProviderTest {

  @Test
  void asksInTheOrderOfTheSettingHoweverItIsSpaced() {
    assertEquals(
        List.of("openid", "name", "sign"), List.copyOf(Provider.listed("  openid name\t sign ")));
  }

  @Test
  void believesWhatASettingNames() {
    assertEquals(
        Set.of(JWSAlgorithm.ES256, JWSAlgorithm.PS256), Provider.algorithms("ES256 PS256"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "name=", "=name", ""})
  void doesNotStartWithAClaimThatIsMappedToNothing(String setting) {
    assertThrows(IllegalArgumentException.class, () -> Provider.pairs(setting));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "token=https://a.example/t",
        "authorize=https://a token=https://b userinfo=https://c keys=https://d more=https://e"
      })
  void doesNotStartWithHalfOfItsEndpoints(String setting) {
    assertThrows(IllegalArgumentException.class, () -> Endpoints.of("https://a.example", setting));
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "HS256", "ES256 HS512", "", "es256"})
  void doesNotStartWithAnAlgorithmThatProvesNothing(String setting) {
    assertThrows(IllegalArgumentException.class, () -> Provider.algorithms(setting));
  }
}
