package jp.ishikari.link.identity.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.Cookies;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.edge.Secrets;
import jp.ishikari.link.identity.residents.CardWay;
import jp.ishikari.link.identity.store.DynamoSignInStore;
import jp.ishikari.link.identity.store.KmsClientKey;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Start and end of a sign-in against the real provider, as far as a person's mistakes and attacks
 * go.
 */
@ExtendWith(Engines.class)
class DoorkeeperTest {
  private Instant now = Instant.now();
  private final InstantSource clock = () -> now;
  private final Doorkeeper doorkeeper;

  DoorkeeperTest(TestCloud cloud) {
    Provider provider =
        CardWay.of(cloud.environment(), TestCloud.PORTAL + "/api/sign-in/card/callback").provider();
    this.doorkeeper =
        new Doorkeeper(
            new RelyingParty(provider, new ClientAssertion(KmsClientKey.ofResidents(cloud)), clock),
            DynamoSignInStore.ofResidents(cloud),
            new Cookies(TestCloud.PORTAL),
            "sign-in",
            clock);
  }

  @Nested
  class Started {
    @Test
    void thePageGoesOnToTheProviderWithStateNonceAndS256() {
      Response page = doorkeeper.start(request(Map.of("returnTo", "/apply/juminhyo"), null));
      assertEquals(200, page.status());
      String html = (String) page.body();
      for (String part :
          List.of("http-equiv=\"refresh\"", "state=", "nonce=", "code_challenge_method=S256")) {
        assertTrue(html.contains(part), part);
      }
      assertTrue(page.headers().get("Set-Cookie").getFirst().contains("HttpOnly"));
    }
  }

  @Nested
  class Refused {
    @Test
    void aStateNobodyStarted() {
      assertEquals(SignInFailure.UNKNOWN_OR_REPEATED, finish("made-up", "code", "made-up"));
    }

    @Test
    void aStateThatWasUsedBefore() {
      Begun begun = begin();
      finish(begun.state, "wrong-code", begun.browser);
      assertEquals(
          SignInFailure.UNKNOWN_OR_REPEATED, finish(begun.state, "wrong-code", begun.browser));
    }

    @Test
    void aStateThatIsTooOld() {
      Begun begun = begin();
      now = now.plus(Duration.ofMinutes(10));
      assertEquals(SignInFailure.UNKNOWN_OR_REPEATED, finish(begun.state, "code", begun.browser));
    }

    @Test
    void aCallbackInAnotherBrowser() {
      Begun begun = begin();
      assertEquals(SignInFailure.OTHER_BROWSER, finish(begun.state, "code", Secrets.draw()));
      Begun another = begin();
      assertEquals(SignInFailure.OTHER_BROWSER, finish(another.state, "code", null));
    }

    @Test
    void aCodeTheProviderDidNotGive() {
      Begun begun = begin();
      assertEquals(SignInFailure.NOT_PROVEN, finish(begun.state, "made-up", begun.browser));
    }

    @Test
    void someoneWhoPressedCancel() {
      Begun begun = begin();
      assertEquals(SignInFailure.CANCELLED, finish(begun.state, null, begun.browser));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "https://evil.example",
          "//evil.example",
          "/\\evil.example",
          "javascript:alert(1)",
          "/a\nb",
          "",
          "apply",
          "/\u0000",
          "/<script>"
        })
    void aWayBackThatIsNotAPathOfOursLeadsHome(String returnTo) {
      assertEquals("/", Doorkeeper.local(returnTo));
    }
  }

  @Test
  void aPathOfOursIsKept() {
    assertEquals("/apply/juminhyo?page=2", Doorkeeper.local("/apply/juminhyo?page=2"));
  }

  @Test
  void aPageNeverCarriesWhatWasTypedAsMarkup() {
    Response page = Pages.goOn("/x?a=\"><script>", "続ける");
    assertFalse(((String) page.body()).contains("<script>"));
  }

  private record Begun(String state, String browser) {}

  private Begun begin() {
    Response page = doorkeeper.start(request(Map.of(), null));
    String html = (String) page.body();
    String state = html.substring(html.indexOf("state=") + 6);
    String cookie = page.headers().get("Set-Cookie").getFirst();
    return new Begun(
        state.substring(0, state.indexOf("&amp;")),
        cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';')));
  }

  private SignInFailure finish(String state, String code, String browser) {
    Map<String, String> query =
        code == null
            ? Map.of("state", state, "error", "access_denied")
            : Map.of("state", state, "code", code);
    return switch (doorkeeper.finish(request(query, browser))) {
      case Outcome.Failure<Doorkeeper.Lost, Doorkeeper.Confirmed>(var lost) -> lost.reason();
      case Outcome.Success<Doorkeeper.Lost, Doorkeeper.Confirmed>(var confirmed) ->
          throw new AssertionError("let in: " + confirmed);
    };
  }

  private static Request request(Map<String, String> query, String browser) {
    return new Request(
        Route.FINISH_SIGN_IN,
        Map.of(),
        query,
        browser == null ? Map.of() : Map.of("cookie", List.of("sign-in=" + browser)),
        null,
        "",
        new Caller.Guest(),
        "",
        "");
  }
}
