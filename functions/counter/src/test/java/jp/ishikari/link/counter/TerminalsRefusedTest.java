package jp.ishikari.link.counter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import jp.ishikari.link.aws.DynamoTerminalStore;
import jp.ishikari.link.blueprint.Budget;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.blueprint.Setting;
import jp.ishikari.link.counter.store.DynamoChallengeStore;
import jp.ishikari.link.domain.counter.Terminal;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.Secrets;
import jp.ishikari.link.testkit.AtOnce;
import jp.ishikari.link.testkit.GatewayAnswer;
import jp.ishikari.link.testkit.GatewayCall;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes no terminal, and what begins no visit. */
class TerminalsRefusedTest extends TerminalSteps {
  @Nested
  class NotRegistered {
    @Test
    void allMistakesAreToldAtOnce() {
      GatewayAnswer answer =
          registering()
              .change(
                  body -> {
                    body.put("name", " ").put("more", 1).remove("place");
                    body.putArray("divisions").add("none");
                  })
              .sentTo(console);
      assertEquals(400, answer.status(), answer.body());
      assertEquals(
          List.of("name required", "place required", "divisions option", "more unknown"),
          answer.errors());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ABCD-EFGH-JKMN", "x", "番号"})
    void codesThatNobodyWasToldAreAnsweredAlike(String code) {
      GatewayAnswer answer = browser.enrol(code);
      assertEquals(404, answer.status(), answer.body());
      assertEquals(
          browser.enrol("0000-0000-0000").bodyButCorrelation(), answer.bodyButCorrelation());
    }

    @Test
    void aCodeThatIsUsedUpOutdatedOrWithdrawnIsLikeNone() {
      GatewayAnswer used = registered();
      ok(201, browser.enrol(used.text("code")));
      PretendTerminal other = browser.with(PretendTerminal.key(Curve.P_256));
      assertEquals(404, other.enrol(used.text("code")).status());

      GatewayAnswer revoked = registered();
      ok(200, step(Route.REVOKE_TERMINAL, revoked.text("terminalId"), 1));
      assertEquals(404, other.enrol(revoked.text("code")).status());

      GatewayAnswer old = registered();
      Terminal stood = stored(old.text("terminalId"));
      new DynamoTerminalStore(cloud)
          .save(
              stood.renewed(
                  stood.codeHash(), Instant.now().minusSeconds(1), stood.history().getFirst()),
              jp.ishikari.link.testkit.SampleApplications.token());
      assertEquals(404, other.enrol(old.text("code")).status());
    }

    @Test
    void ofManyGuessesAtOnceNoMoreThanTheLimitAreLookedAt() {
      Budget budget = Route.ENROL_TERMINAL.budgets().getFirst();
      PretendTerminal guesser = PretendTerminal.over(cloud.with(Setting.BUDGET_SCALE, "1"));
      List<String> proofs = AtOnce.each(60, i -> browser.proof());
      long before = Instant.now().getEpochSecond() / budget.window().toSeconds();
      String viewer = UUID.randomUUID().toString();
      List<GatewayAnswer> answers =
          AtOnce.each(
              proofs.size(),
              i -> guesser.enrolFrom(viewer, "0000-0000-0000", browser.key(), proofs.get(i)));
      long windows = Instant.now().getEpochSecond() / budget.window().toSeconds() - before + 1;
      long lookedAt = answers.stream().filter(a -> a.status() != 429).count();
      assertTrue(
          lookedAt >= budget.limit() && lookedAt <= budget.limit() * windows,
          lookedAt + " were looked at");
    }

    @Test
    void keysThatAreNoneOfOursAreRefusedBeforeTheCodeIsLookedAt() {
      String code = registered().text("code");
      Map<String, Object> good = browser.key().toPublicJWK().toJSONObject();
      Map<String, Object> off = new HashMap<>(good);
      off.put("y", good.get("x"));
      ECKey larger = PretendTerminal.key(Curve.P_384);
      for (Map<String, Object> key :
          List.of(
              off,
              larger.toPublicJWK().toJSONObject(),
              browser.key().toJSONObject(),
              Map.<String, Object>of("kty", "RSA", "n", "AQAB", "e", "AQAB"),
              Map.<String, Object>of("kty", "oct", "k", "AQAB"),
              Map.<String, Object>of())) {
        GatewayAnswer answer = browser.enrol(code, key, browser.proof());
        assertEquals(400, answer.status(), key + " " + answer.body());
        assertEquals("key key", answer.errors().getFirst());
      }
      ok(201, browser.enrol(code));
    }

    @Test
    void aKeyThatWhoSendsItDoesNotHaveIsRefused() {
      String code = registered().text("code");
      ECKey somebodyElses = PretendTerminal.key(Curve.P_256);
      assertEquals(
          403,
          browser
              .enrol(code, somebodyElses.toPublicJWK().toJSONObject(), browser.proof())
              .status());
    }

    @Test
    void aStepOnAnOutdatedRevisionOfNoneOrOfARevokedOneIsRefused() {
      String id = registered().text("terminalId");
      assertEquals(409, step(Route.RENEW_TERMINAL, id, 7).status());
      assertEquals(404, step(Route.REVOKE_TERMINAL, "none", 1).status());
      ok(200, step(Route.REVOKE_TERMINAL, id, 1));
      assertEquals(422, step(Route.RENEW_TERMINAL, id, 2).status());
    }
  }

  @Nested
  class NoVisit {
    @Test
    void beginsWithAProofThatIsUsedForAnotherCityOfAnotherKeyOrOutdated() {
      String id = enrolled();
      String used = browser.proof();
      ok(201, browser.beginning(id, used).sentTo(browser.entry()));
      String old = Secrets.draw();
      new DynamoChallengeStore(cloud).keep(Secrets.hash(old), Instant.now().minusSeconds(1));
      PretendTerminal stranger = browser.with(PretendTerminal.key(Curve.P_256));
      List<String> proofs =
          List.of(
              used,
              browser.proof("https://evil.example", browser.challenge()),
              browser.proof(TestCloud.PORTAL, old),
              browser.proof(TestCloud.PORTAL, "made-up"),
              browser.signed(Map.of("challenge", browser.challenge())),
              browser.signed(Map.of("aud", TestCloud.PORTAL)),
              stranger.proof(),
              browser.with(PretendTerminal.key(Curve.P_384)).proof(),
              browser.proof() + "A",
              "eyJhbGciOiJub25lIn0.e30.",
              "not a proof");
      String refused = null;
      for (String proof : proofs) {
        GatewayAnswer answer = browser.beginning(id, proof).sentTo(browser.entry());
        assertEquals(403, answer.status(), proof + " " + answer.body());
        refused = refused == null ? answer.bodyButCorrelation() : refused;
        assertEquals(refused, answer.bodyButCorrelation());
      }
      assertEquals(refused, browser.begin("none").bodyButCorrelation());
    }

    @Test
    void beginsAtATerminalThatIsRevoked() {
      String id = enrolled();
      ok(200, step(Route.REVOKE_TERMINAL, id, 2));
      assertEquals("terminal-refused", browser.begin(id).code());
    }

    @Test
    void isReadByABrowserWithoutOne() {
      GatewayAnswer answer =
          GatewayCall.of(Route.READ_VISIT).as(new Caller.Guest()).sentTo(browser.entry());
      assertEquals(403, answer.status());
      assertEquals("counter-only", answer.code());
    }

    @Test
    void aChallengeProvesOnceOfTwoThatComeTogether() {
      String id = enrolled();
      String proof = browser.proof();
      long begun =
          IntStream.range(0, 8)
              .parallel()
              .mapToObj(i -> browser.beginning(id, proof).sentTo(browser.entry()))
              .filter(answer -> answer.status() == 201)
              .count();
      assertEquals(1, begun);
    }
  }
}
