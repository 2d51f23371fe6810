package jp.ishikari.link.localcloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.util.Map;
import jp.ishikari.link.localcloud.wire.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Both providers, walked through as a browser and a client do. */
class SignInTest {
  private static final String HANAKO = "r-7f1c0a52d9";
  private static final String TARO = "r-0b93e6417c";

  private Visit staff;
  private Visit card;

  @BeforeEach
  void visit() throws Exception {
    var cloud = RunningCloud.shared();
    staff =
        new Visit(
            cloud.at("staffIdp"),
            "ishikari-staff",
            RunningCloud.ClientKeys.staff(),
            "staff",
            "openid profile");
    card =
        new Visit(
            cloud.at("residentIdp"),
            "ishikari-portal",
            RunningCloud.ClientKeys.portal(),
            "card",
            "openid name address birthdate gender");
  }

  @Nested
  class SignedIn {
    @Test
    void aResidentBringsWhatTheCardSaysLetterForLetter() throws Exception {
      var page = card.open();
      assertTrue(page.contains("マイナンバーカード（シミュレーター）"));
      assertTrue(page.contains("\uD842\uDFB7田\u3000太郎"));
      var tokens = Json.read(card.exchange(card.codeFor(HANAKO, "1234")).body());
      var idToken = SignedJWT.parse(tokens.get("id_token").stringValue());
      var keys = JWKSet.parse(card.get("/oauth2/jwks").body());
      var key = (ECKey) keys.getKeyByKeyId(idToken.getHeader().getKeyID());
      assertEquals("ES256", idToken.getHeader().getAlgorithm().getName());
      assertTrue(idToken.verify(new ECDSAVerifier(key)));
      var claims = idToken.getJWTClaimsSet();
      assertEquals(card.issuer(), claims.getIssuer());
      assertEquals(card.nonce(), claims.getStringClaim("nonce"));
      assertEquals("aal3", claims.getStringClaim("acr"));
      assertTrue(claims.getDateClaim("auth_time") != null);
      assertEquals(HANAKO, claims.getSubject());
      assertEquals("\uFA19谷\u3000花子", claims.getStringClaim("name"));
      assertEquals("19850412", claims.getStringClaim("birthdate"));
      assertEquals("2", claims.getStringClaim("gender"));

      var userInfo = card.userInfo(tokens.get("access_token").stringValue());
      assertEquals(
          Map.of(
              "sub", HANAKO,
              "name", "\uFA19谷\u3000花子",
              "address", "北海道石狩市花川北六条１丁目３０番地２",
              "birthdate", "19850412",
              "gender", "2"),
          Visit.texts(userInfo.body()));
    }

    @Test
    void onlyTheClaimsThatWereAskedForAreGiven() throws Exception {
      var narrow = card.withScope("openid name");
      narrow.open();
      var tokens = Json.read(narrow.exchange(narrow.codeFor(TARO, "5678")).body());
      var claims = SignedJWT.parse(tokens.get("id_token").stringValue()).getJWTClaimsSet();
      assertEquals("\uD842\uDFB7田\u3000太郎", claims.getStringClaim("name"));
      assertEquals(null, claims.getClaim("address"));
      assertEquals(
          Map.of("sub", TARO, "name", "\uD842\uDFB7田\u3000太郎"),
          Visit.texts(narrow.userInfo(tokens.get("access_token").stringValue()).body()));
    }

    @Test
    void aMemberOfStaffIsNamedByAnOpaqueIdAndNotByTheUserName() throws Exception {
      assertTrue(staff.open().contains("shinsei01"));
      var tokens = Json.read(staff.exchange(staff.codeFor("shinsei01", "sample-shinsei01")).body());
      var idToken = SignedJWT.parse(tokens.get("id_token").stringValue());
      var key =
          JWKSet.parse(staff.get("/oauth2/jwks").body())
              .getKeyByKeyId(idToken.getHeader().getKeyID());
      assertTrue(idToken.verify(new RSASSAVerifier(key.toRSAKey())));
      assertEquals("s-41d7b2", idToken.getJWTClaimsSet().getSubject());
      assertEquals("試験\u3000一郎", idToken.getJWTClaimsSet().getStringClaim("name"));
      assertFalse(idToken.getPayload().toString().contains("shinsei01"));
    }

    @Test
    void theNextSignInAsksAgain() throws Exception {
      card.open();
      card.codeFor(HANAKO, "1234");
      assertTrue(card.open().contains("暗証番号（数字4桁）"));
    }

    @Test
    void eachProviderHasACookieOfItsOwn() throws Exception {
      staff.open();
      card.open();
      assertEquals("staff-idp", staff.cookieName());
      assertEquals("card-idp", card.cookieName());
    }
  }

  @Nested
  class Refused {
    @Test
    void aWrongPasswordAndAnUnknownNameGiveTheSameAnswerAndNoCode() throws Exception {
      staff.open();
      var wrong = staff.submit("kanri01", "sample-kanri02");
      assertEquals(staff.issuer() + "/login?problem=wrong", Visit.location(wrong));
      staff.open();
      assertEquals(
          staff.issuer() + "/login?problem=wrong", Visit.location(staff.submit("nobody", "x")));
      assertTrue(staff.get("/login?problem=wrong").body().contains("ログインできませんでした"));
    }

    @Test
    void afterFiveFailuresEvenTheRightSecretIsRefusedForAWhile() throws Exception {
      var name = "jyoho01";
      for (var i = 0; i < 8; i++) {
        staff.open();
        staff.submit(name, "guess");
      }
      staff.open();
      assertEquals(
          staff.issuer() + "/login?problem=locked",
          Visit.location(staff.submit(name, "sample-jyoho01")));
    }

    @Test
    void cancellingAndALockedCardGoBackToTheClientWithoutACode() throws Exception {
      card.open();
      var cancelled = Visit.location(card.cancel("cancel"));
      assertTrue(cancelled.startsWith(card.redirectUri() + "?error=access_denied"));
      assertTrue(cancelled.contains("state=" + card.state()));
      card.open();
      assertTrue(Visit.location(card.cancel("pin-locked")).contains("pin_locked"));
    }

    @Test
    void anUnknownRedirectAddressIsNeverFollowed() throws Exception {
      var answer = card.authorize(Map.of("redirect_uri", "http://127.0.0.1:1/api/callback"));
      assertEquals(400, answer.statusCode());
      assertTrue(answer.headers().firstValue("Location").isEmpty());
    }

    @Test
    void withoutAProofKeyNoCodeIsGiven() throws Exception {
      var answer = card.authorize(Map.of("code_challenge", "", "code_challenge_method", ""));
      assertTrue(Visit.location(answer).contains("error=invalid_request"));
    }

    @Test
    void aWrongVerifierGetsNoToken() throws Exception {
      card.open();
      var answer = card.exchange(card.codeFor(HANAKO, "1234"), "x".repeat(43), card.assertion());
      assertEquals(400, answer.statusCode());
      assertEquals("invalid_grant", Json.read(answer.body()).get("error").stringValue());
    }

    @Test
    void aCodeIsGoodForOneTokenOnly() throws Exception {
      card.open();
      var code = card.codeFor(HANAKO, "1234");
      assertEquals(200, card.exchange(code).statusCode());
      assertEquals("invalid_grant", error(card.exchange(code)));
    }

    private String error(java.net.http.HttpResponse<String> answer) {
      return Json.read(answer.body()).get("error").stringValue();
    }

    @Test
    void aTamperedForeignOrRepeatedAssertionGetsNoToken() throws Exception {
      card.open();
      var code = card.codeFor(HANAKO, "1234");
      var good = card.assertion();
      var signature = good.lastIndexOf('.') + 1;
      var tampered =
          good.substring(0, signature)
              + (good.charAt(signature) == 'A' ? 'B' : 'A')
              + good.substring(signature + 1);
      assertEquals("invalid_client", error(card.exchange(code, card.verifier(), tampered)));
      assertEquals(
          "invalid_client", error(card.exchange(code, card.verifier(), staff.assertion())));
      assertEquals(200, card.exchange(code, card.verifier(), good).statusCode());
      card.open();
      var next = card.codeFor(HANAKO, "1234");
      assertNotEquals(code, next);
      assertEquals("invalid_client", error(card.exchange(next, card.verifier(), good)));
    }
  }
}
