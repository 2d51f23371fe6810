package jp.ishikari.link.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.ishikari.link.aws.DynamoPartnerClientStore;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Scope;
import jp.ishikari.link.domain.Idempotency;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.domain.partner.PartnerClient;
import jp.ishikari.link.domain.partner.PartnerClient.Change;
import jp.ishikari.link.domain.partner.PartnerClient.What;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.edge.Json;
import jp.ishikari.link.edge.Secrets;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.SampleEvents;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Who is recognised as a partner's client, and who is nobody. */
@ExtendWith(Engines.class)
class PartnerAuthorizerTest {
  private static final LocalDate TODAY = Reception.today(Instant.now());

  private static DynamoPartnerClientStore clients;
  private static EntryFunction authorizer;

  private final String secret = Secrets.draw();

  @BeforeAll
  static void wire(TestCloud cloud) {
    clients = new DynamoPartnerClientStore(cloud);
    authorizer = new IdentityWiring().wire(Entry.IDENTITY_PARTNER_AUTHORIZER, cloud);
  }

  private PartnerClient registered(LocalDate from, LocalDate until) {
    return saved(
        PartnerClient.registered(
            "p-" + UUID.randomUUID(),
            "オープンデータ担当",
            Set.of(Scope.PROCEDURES),
            from,
            until,
            clients.hash(secret),
            change(What.REGISTERED)));
  }

  private static Change change(What what) {
    return new Change(Instant.parse("2026-11-23T05:12:00Z"), what, "吉田　恵子");
  }

  private static PartnerClient saved(PartnerClient client) {
    Idempotency token =
        new Idempotency(UUID.randomUUID().toString(), "hash", "{}", Instant.now().plusSeconds(60));
    assertEquals(Outcome.success(client), clients.save(client, token));
    return client;
  }

  private static JsonNode said(String... authorizations) {
    ObjectNode event =
        (ObjectNode) SampleEvents.json(Names.sampleEvent(Entry.IDENTITY_PARTNER_AUTHORIZER));
    ArrayNode values = ((ObjectNode) event.get("multiValueHeaders")).putArray("Authorization");
    for (String authorization : authorizations) {
      values.add(authorization);
    }
    JsonNode decision =
        Json.MAPPER.readTree(authorizer.handle(Json.MAPPER.writeValueAsBytes(event), null));
    assertEquals("Allow", decision.at("/policyDocument/Statement/0/Effect").stringValue());
    return decision.get("context");
  }

  private static void nobody(String... authorizations) {
    assertEquals("{\"kind\":\"guest\"}", said(authorizations).toString());
  }

  private String shown(PartnerClient client) {
    return "Bearer " + client.clientId() + "." + secret;
  }

  @Test
  void aClientIsRecognisedByItsSecretWithWhatItMayDo() {
    PartnerClient client = registered(TODAY, TODAY);
    JsonNode context = said(shown(client));
    assertEquals("partner", context.get("kind").stringValue());
    assertEquals(client.clientId(), context.get("id").stringValue());
    assertEquals("PROCEDURES", context.get("scopes").stringValue());
    assertEquals("partner", said(shown(client).replace("Bearer", "bearer")).get("kind").asString());
  }

  @Test
  void whoShowsNothingWrongThingsOrTwoThingsIsNobody() {
    PartnerClient client = registered(TODAY, null);
    nobody();
    nobody("");
    nobody("Basic " + client.clientId() + "." + secret);
    nobody("Bearer " + client.clientId());
    nobody("Bearer " + client.clientId() + "." + Secrets.draw());
    nobody("Bearer p-" + UUID.randomUUID() + "." + secret);
    nobody(shown(client) + "x");
    nobody(shown(client), shown(client));
  }

  @Test
  void aClientCountsFromItsFirstDayToItsLast() {
    nobody(shown(registered(TODAY.plusDays(1), null)));
    nobody(shown(registered(TODAY.minusDays(9), TODAY.minusDays(1))));
  }

  @Test
  void aRenewedSecretEndsTheOneBeforeAndARevokedClientIsOutAtOnce() {
    PartnerClient client = registered(TODAY, null);
    String next = Secrets.draw();
    PartnerClient renewed = saved(client.renewed(clients.hash(next), change(What.RENEWED)));
    nobody(shown(client));
    String shown = "Bearer " + client.clientId() + "." + next;
    assertEquals("partner", said(shown).get("kind").stringValue());
    saved(renewed.revoked(change(What.REVOKED)));
    nobody(shown);
  }

  @Test
  void ofTwoWhoChangeAClientAtOnceOneIsTold() {
    PartnerClient client = registered(TODAY, null);
    saved(client.revoked(change(What.REVOKED)));
    Idempotency token =
        new Idempotency(UUID.randomUUID().toString(), "hash", "{}", Instant.now().plusSeconds(60));
    assertEquals(
        "Overtaken",
        clients
            .save(client.renewed(clients.hash(secret), change(What.RENEWED)), token)
            .fold(reason -> reason.getClass().getSimpleName(), saved -> "saved"));
  }

  @Test
  void onlyAKeyedHashOfASecretIsKept() {
    PartnerClient client = registered(TODAY, null);
    assertEquals(
        List.of(client),
        clients.all().stream().filter(one -> one.clientId().equals(client.clientId())).toList());
    assertEquals(false, clients.find(client.clientId()).orElseThrow().toString().contains(secret));
    assertEquals(false, client.secretHash().equals(Secrets.hash(secret)), "not without the key");
  }
}
