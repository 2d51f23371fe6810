package jp.ishikari.link.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.ishikari.link.blueprint.Route;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/**
 * What holds for every route that providers' machines call. No route is for them yet, so the door
 * is opened directly, with the size and the budget of one that anybody may call; messages are
 * signed by the standard's own library.
 */
class MachineDoorTest {
  private static final Route ROUTE = Route.REPORT_UNFOUND_WORD;
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String OTHER = "whsec_" + Base64.getEncoder().encodeToString(new byte[24]);
  private static final Instant NOW = Instant.parse("2026-11-23T05:12:00Z");
  private static final String BODY = "{\"type\": \"payment.captured\",\"name\":\"神　𠮷\"}";

  private final List<Request> seen = new ArrayList<>();
  private final List<String> counted = new ArrayList<>();
  private Duration wait;

  /** One message; what a test changes is what would be changed on the way. */
  private static final class Message {
    final Map<String, String> headers = new LinkedHashMap<>();
    byte[] body = BODY.getBytes(StandardCharsets.UTF_8);
    boolean base64;

    static Message signed(String secret, String id, Instant at, String body) {
      Message message = new Message();
      message.body = body.getBytes(StandardCharsets.UTF_8);
      message.headers.put("Content-Type", "application/json; charset=utf-8");
      message.headers.put("Webhook-Id", id);
      message.headers.put("Webhook-Timestamp", Long.toString(at.getEpochSecond()));
      message.headers.put("Webhook-Signature", signature(secret, id, at, body));
      return message;
    }

    static Message good() {
      return signed(SECRET, "msg_1", NOW, BODY);
    }

    Message with(String name, String valueOrNull) {
      headers.remove(name);
      if (valueOrNull != null) {
        headers.put(name, valueOrNull);
      }
      return this;
    }
  }

  private static String signature(String secret, String id, Instant at, String body) {
    try {
      return new Webhook(secret).sign(id, at.getEpochSecond(), body);
    } catch (WebhookSigningException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private final MachineOperation operation =
      new MachineOperation() {
        @Override
        public Proof proof() {
          return StandardWebhooks.under(SECRET);
        }

        @Override
        public Response run(Request request) {
          seen.add(request);
          return Response.ok(Map.of());
        }
      };

  private Response sent(Message message) {
    return sent(message, false);
  }

  private Response sent(Message message, boolean standby) {
    ObjectNode event = Json.MAPPER.createObjectNode();
    event.put("httpMethod", "POST").put("resource", ROUTE.path());
    ObjectNode headers = event.putObject("multiValueHeaders");
    message.headers.forEach(
        (name, value) -> {
          var values = headers.putArray(name);
          for (String one : value.split("\n")) {
            values.add(one);
          }
        });
    event.put("isBase64Encoded", message.base64);
    event.put(
        "body",
        message.base64
            ? Base64.getEncoder().encodeToString(message.body)
            : new String(message.body, StandardCharsets.UTF_8));
    Tries tries =
        new Tries(
            (route, budget, payer, amount) -> {
              counted.add(payer);
              return Optional.ofNullable(wait);
            },
            1);
    return new MachineDoor(tries, standby, () -> NOW)
        .serve(
            ROUTE,
            GatewayEvent.read(Json.MAPPER.writeValueAsBytes(event)),
            operation,
            "correlation");
  }

  private void refused(int status, String code, Response response) {
    assertEquals(status, response.status());
    assertEquals(code, ((Problem.Body) response.body()).code());
    assertEquals(List.of(), seen, "the operation did not run");
  }

  @Nested
  class Opens {
    @Test
    void toAMessageThatItsProviderSignedWithoutSessionOriginOrKey() {
      assertEquals(200, sent(Message.good()).status());
      Request request = seen.getFirst();
      assertEquals(new Caller.Machine("msg_1"), request.caller());
      assertEquals(BODY, request.bodyText());
      assertEquals("神　𠮷", request.body().get("name").stringValue());
    }

    @Test
    void toTheSameBytesWhenTheGatewayHandsThemOverInBase64() {
      Message message = Message.good();
      message.base64 = true;
      assertEquals(200, sent(message).status());
    }

    @Test
    void whileSecretsAreChangedUnderOneOfSeveralSignatures() {
      String both =
          signature(OTHER, "msg_1", NOW, BODY) + " " + signature(SECRET, "msg_1", NOW, BODY);
      assertEquals(200, sent(Message.good().with("Webhook-Signature", both)).status());
      assertEquals(
          Optional.of("msg_1"),
          StandardWebhooks.under(OTHER, SECRET)
              .check(
                  Map.of(
                      "webhook-id",
                      List.of("msg_1"),
                      "webhook-timestamp",
                      List.of(Long.toString(NOW.getEpochSecond())),
                      "webhook-signature",
                      List.of(signature(SECRET, "msg_1", NOW, BODY))),
                  BODY.getBytes(StandardCharsets.UTF_8),
                  NOW));
    }

    @ParameterizedTest
    @ValueSource(longs = {-300, 300})
    void atEitherEndOfTheWindow(long seconds) {
      assertEquals(
          200, sent(Message.signed(SECRET, "msg_1", NOW.plusSeconds(seconds), BODY)).status());
    }

    @Test
    void toAMessageOnceMoreUnderTheSameKeySoThatItsTransactionTellsThemApart() {
      sent(Message.good());
      sent(Message.signed(SECRET, "msg_1", NOW.plusSeconds(60), BODY));
      sent(Message.signed(SECRET, "msg_2", NOW, BODY));
      sent(Message.signed(SECRET, "msg_1", NOW, "{\"another\": 1}"));
      List<IdempotencyKey> keys =
          seen.stream()
              .map(request -> IdempotencyKey.of(request).fold(none -> null, key -> key))
              .toList();
      assertEquals(keys.get(0), keys.get(1));
      assertNotEquals(keys.get(0).token(), keys.get(2).token());
      assertEquals(keys.get(0).token(), keys.get(3).token());
      assertNotEquals(keys.get(0).bodyHash(), keys.get(3).bodyHash(), "another body is told apart");
    }
  }

  @Nested
  class StaysShut {
    private void unproven(Message message) {
      refused(401, "sender-unproven", sent(message));
    }

    @Test
    void toAnothersSignatureOrNone() {
      unproven(Message.signed(OTHER, "msg_1", NOW, BODY));
      unproven(Message.good().with("Webhook-Signature", null));
      unproven(Message.good().with("Webhook-Signature", ""));
      unproven(Message.good().with("Webhook-Signature", "v1,"));
      String right = Message.good().headers.get("Webhook-Signature");
      unproven(Message.good().with("Webhook-Signature", right.replace("v1,", "v2,")));
      unproven(Message.good().with("Webhook-Signature", right + "\n" + right));
    }

    @Test
    void toAChangedByteHeaderOrTime() {
      Message changed = Message.good();
      changed.body[changed.body.length - 2] ^= 1;
      unproven(changed);
      Message respaced = Message.good();
      respaced.body = BODY.replace(": ", ":").getBytes(StandardCharsets.UTF_8);
      unproven(respaced);
      unproven(Message.good().with("Webhook-Id", "msg_2"));
      unproven(
          Message.good()
              .with("Webhook-Timestamp", Long.toString(NOW.plusSeconds(1).getEpochSecond())));
      unproven(Message.good().with("Webhook-Id", "msg_1\nmsg_1"));
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 301, -86_400})
    void toAMessageThatIsTooOldOrFromTheFuture(long seconds) {
      unproven(Message.signed(SECRET, "msg_1", NOW.plusSeconds(seconds), BODY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1e9", "99999999999999999999", "2026-11-23T05:12:00Z"})
    void toATimeThatIsNone(String time) {
      unproven(Message.good().with("Webhook-Timestamp", time));
    }

    @Test
    void toAnIdThatReachesIntoTheTime() {
      Instant then = NOW.minusSeconds(86_400);
      String signature = signature(SECRET, "msg", then, NOW.getEpochSecond() + "." + BODY);
      unproven(
          Message.good()
              .with("Webhook-Id", "msg." + then.getEpochSecond())
              .with("Webhook-Signature", signature));
    }

    @Test
    void toAHugeBodyBeforeAnythingIsCountedOrChecked() {
      Message huge =
          Message.signed(
              SECRET, "msg_1", NOW, "{\"a\":\"" + "x".repeat(ROUTE.bodySize().bytes()) + "\"}");
      refused(413, "too-large", sent(huge));
      assertEquals(List.of(), counted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/jsonp", "application/json\ntext/plain"})
    void toAnotherTypeOfBody(String type) {
      refused(415, "unsupported-media-type", sent(Message.good().with("Content-Type", type)));
      refused(415, "unsupported-media-type", sent(Message.good().with("Content-Type", null)));
    }

    @Test
    void toWhatItsProviderSignedAndIsNotJson() {
      refused(400, "unreadable", sent(Message.signed(SECRET, "msg_1", NOW, "{")));
      refused(400, "unreadable", sent(Message.signed(SECRET, "msg_1", NOW, "")));
    }

    @Test
    void toWhoAskedTooOftenBeforeTheProofIsLookedAt() {
      wait = Duration.ofSeconds(90);
      Response response = sent(Message.signed(OTHER, "msg_1", NOW, BODY));
      refused(429, "too-many-requests", response);
      assertEquals(List.of("90"), response.headers().get("Retry-After"));
      assertFalse(counted.isEmpty());
    }

    @Test
    void whereTheRegionStandsBySoThatTheProviderSendsItAgain() {
      refused(503, "standby", sent(Message.good(), true));
    }
  }

  @Test
  void anOperationWithAProofServesNoRouteThatIsNotForMachines() {
    assertTrue(
        assertThrows(IllegalStateException.class, () -> MachineDoor.check(ROUTE, operation))
            .getMessage()
            .contains(ROUTE.name()));
    MachineDoor.check(ROUTE, request -> Response.ok(Map.of()));
    assertThrows(IllegalArgumentException.class, StandardWebhooks::under);
  }
}
