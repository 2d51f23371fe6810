package jp.ishikari.link.identity.residents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.ishikari.link.blueprint.Setting;
import jp.ishikari.link.edge.Environment;
import org.junit.jupiter.api.Test;

/** Which ways to sign in a deployment offers its residents. */
class SignInWaysTest {
  private static SignInWays ways(Map<Setting, String> settings) {
    Map<String, String> variables =
        new HashMap<>(
            Map.of("PUBLIC_ORIGIN", "https://city.example", "CARD_ISSUER", "https://card.example"));
    settings.forEach((setting, value) -> variables.put(setting.name(), value));
    EnumSet<Setting> read = EnumSet.of(Setting.PUBLIC_ORIGIN, Setting.CARD_ISSUER);
    for (Setting setting : Setting.values()) {
      if (setting.fallback() != null) {
        read.add(setting);
      }
    }
    return SignInWays.of(new Environment(variables, read));
  }

  @Test
  void theCardAloneWhereNothingElseIsSet() {
    assertEquals(List.of("card"), ways(Map.of()).all().stream().map(SignInWay::name).toList());
  }

  @Test
  void xidBesideTheCardWithACallbackOfItsOwnWhereItsIssuerIsSet() {
    SignInWays ways = ways(Map.of(Setting.XID_ISSUER, "https://xid.example"));
    assertEquals(
        List.of(
            "https://city.example/api/sign-in/card/callback",
            "https://city.example/api/sign-in/xid/callback"),
        ways.all().stream().map(way -> way.provider().callback()).toList());
  }

  @Test
  void whatAWayProofsIsTheDeploymentsDecision() {
    SignInWays ways =
        ways(Map.of(Setting.XID_ISSUER, "https://xid.example", Setting.XID_VERIFIES, "no"));
    assertFalse(ways.named("xid").orElseThrow().verifies());
  }

  @Test
  void aWayThatIsSetWrongStopsTheStart() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            ways(
                Map.of(
                    Setting.XID_ISSUER,
                    "https://xid.example",
                    Setting.XID_CLIENT_AUTHENTICATION,
                    "client_secret_basic")));
  }
}
