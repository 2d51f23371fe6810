package jp.ishikari.link.identity.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import jp.ishikari.link.edge.Response;
import org.junit.jupiter.api.Test;

/** The pages between us and a provider: ours by their looks, and a way on from each. */
class PagesTest {
  private static String html(Response page) {
    return (String) page.body();
  }

  @Test
  void aCancelledSignInSaysThatTheInputIsKeptAndLeadsBackToTheForm() {
    String page = html(Pages.failed(SignInFailure.CANCELLED, "/apply/juminhyo"));
    assertTrue(page.contains("石狩市のオンライン市役所"), page);
    assertTrue(page.contains("入力した内容は消えていません"), page);
    assertTrue(page.contains("href=\"/apply/juminhyo\""), page);
    assertTrue(
        html(Pages.failed(SignInFailure.CANCELLED, "/applications/a/correct")).contains("消えていません"));
  }

  @Test
  void anExpiredPageThatKnowsNoWayBackTellsHowToGoOn() {
    String page = html(Pages.failed(SignInFailure.UNKNOWN_OR_REPEATED, "/"));
    assertTrue(page.contains("同じ手続の申請をもう一度開くと"), page);
  }

  @Test
  void aTerminalAndTheConsolePromiseNothing() {
    assertFalse(html(Pages.failed(SignInFailure.CANCELLED, "/kiosk/apply/x")).contains("続きから"));
    assertFalse(html(Pages.staffFailed(SignInFailure.CANCELLED, "/cases")).contains("続きから"));
  }

  @Test
  void thePolicyLetsExactlyTheirOwnStyleIn() throws Exception {
    Response page = Pages.notSigned(SignInFailure.OTHER_PERSON, "/sign/x");
    String html = html(page);
    String style = html.substring(html.indexOf("<style>") + 7, html.indexOf("</style>"));
    String hash =
        Base64.getEncoder()
            .encodeToString(
                MessageDigest.getInstance("SHA-256")
                    .digest(style.getBytes(StandardCharsets.UTF_8)));
    String policy = page.headers().get("Content-Security-Policy").getFirst();
    assertTrue(policy.contains("style-src 'sha256-" + hash + "'"), policy);
    assertTrue(policy.contains("default-src 'none'"), policy);
    assertEquals(1, html.split("<h1>").length - 1);
  }
}
