package jp.ishikari.link.staffdirectory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import jp.ishikari.link.aws.DynamoPartnerClientStore;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Role;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.domain.partner.PartnerClient;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.testkit.AtOnce;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.GatewayAnswer;
import jp.ishikari.link.testkit.GatewayCall;
import jp.ishikari.link.testkit.SampleApplications;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** How system administrators keep partners' clients, asked through the entry itself. */
@ExtendWith(Engines.class)
class PartnersTest {
  private static final Caller.Staff YOSHIDA = administrator("吉田 聡");

  /** Nobody else's: a name in use is given to no second client. */
  private final String name = "図書館システム " + UUID.randomUUID();

  private static EntryFunction entry;
  private static DynamoPartnerClientStore clients;

  @BeforeAll
  static void wire(TestCloud cloud) {
    entry = new StaffDirectoryWiring().wire(Entry.STAFF_DIRECTORY_STAFF, cloud);
    clients = new DynamoPartnerClientStore(cloud);
  }

  private static Caller.Staff administrator(String name) {
    return new Caller.Staff(
        "staff-" + UUID.randomUUID(),
        name,
        Set.of(Role.SYSTEM_ADMINISTRATOR),
        Set.of(),
        true,
        "session");
  }

  private static GatewayCall adding(String name) {
    return GatewayCall.of(Route.ADD_PARTNER).as(YOSHIDA).change(body -> body.put("name", name));
  }

  private static GatewayAnswer added(String name) {
    GatewayAnswer answer = adding(name).sentTo(entry);
    assertEquals(201, answer.status(), answer.body());
    return answer;
  }

  private static GatewayCall changing(Route route, String clientId, int revision) {
    return GatewayCall.of(route)
        .as(YOSHIDA)
        .path("clientId", clientId)
        .change(body -> body.put("revision", revision));
  }

  private static JsonNode line(String clientId) {
    return GatewayCall.of(Route.LIST_PARTNERS)
        .as(YOSHIDA)
        .sentTo(entry)
        .json()
        .get("clients")
        .valueStream()
        .filter(line -> line.get("clientId").stringValue().equals(clientId))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> happened(String clientId) {
    return line(clientId)
        .get("history")
        .valueStream()
        .map(e -> e.get("what").stringValue() + " " + e.get("byName").stringValue())
        .toList();
  }

  /** What is kept of what was told. */
  private static String kept(GatewayAnswer told) {
    String secret = told.text("secret");
    return clients.hash(secret.substring(secret.indexOf('.') + 1));
  }

  @Nested
  class Saved {
    @Test
    void aClientIsListedWithWhoRegisteredItAndItsSecretIsToldOnce() {
      GatewayCall call = adding(name);
      GatewayAnswer answer = call.sentTo(entry);
      String id = answer.text("clientId");
      assertTrue(answer.text("secret").startsWith(id + "."), answer.body());
      JsonNode line = line(id);
      assertEquals(name, line.get("name").stringValue());
      assertEquals("[\"PROCEDURES\"]", line.get("scopes").toString());
      assertEquals("IN_USE", line.get("state").stringValue());
      assertEquals(List.of("REGISTERED 吉田 聡"), happened(id));
      assertFalse(line.toString().contains("ecret"), "neither secret nor hash");
      assertEquals(kept(answer), clients.find(id).orElseThrow().secretHash());
      GatewayAnswer again = call.sentTo(entry);
      assertEquals(id, again.text("clientId"));
      assertFalse(again.json().has("secret"), "not even to who sends the same once more");
    }

    @Test
    void aRenewedClientHasAnotherSecretAndARevokedOneNone() {
      GatewayAnswer first = added(name);
      String id = first.text("clientId");
      GatewayAnswer renewed = changing(Route.RENEW_PARTNER, id, 1).sentTo(entry);
      assertEquals(200, renewed.status(), renewed.body());
      assertNotEquals(first.text("secret"), renewed.text("secret"));
      assertEquals(kept(renewed), clients.find(id).orElseThrow().secretHash());
      GatewayAnswer revoked = changing(Route.REVOKE_PARTNER, id, 2).sentTo(entry);
      assertEquals(200, revoked.status(), revoked.body());
      assertFalse(revoked.json().has("secret"));
      assertTrue(clients.find(id).map(PartnerClient::isRevoked).orElseThrow());
      assertEquals("REVOKED", line(id).get("state").stringValue());
      assertEquals(List.of("REVOKED 吉田 聡", "RENEWED 吉田 聡", "REGISTERED 吉田 聡"), happened(id));
    }

    @Test
    void whatHasNotBegunOrHasEndedSaysSo() {
      String later =
          adding("来年から")
              .change(body -> body.put("from", "2999-01-01"))
              .sentTo(entry)
              .text("clientId");
      String over = added(name).text("clientId");
      LocalDate lastYear = LocalDate.of(2025, 12, 31);
      PartnerClient standing = clients.find(over).orElseThrow();
      clients.save(
          new PartnerClient(
              over,
              2,
              standing.name(),
              standing.scopes(),
              lastYear,
              lastYear,
              standing.secretHash(),
              standing.history()),
          SampleApplications.token());
      assertEquals("NOT_YET", line(later).get("state").stringValue());
      assertEquals("ENDED", line(over).get("state").stringValue());
    }
  }

  @Nested
  class Refused {
    @Test
    void everythingThatIsWrongIsToldAtOnce() {
      GatewayAnswer answer =
          adding("")
              .change(
                  body -> {
                    body.putArray("scopes").add("EVERYTHING");
                    body.put("from", "2999-11-02").put("until", "2999-11-01");
                  })
              .sentTo(entry);
      assertEquals(400, answer.status());
      assertEquals(List.of("name required", "scopes option", "until order"), errors(answer));
      assertEquals(400, adding("a").change(body -> body.putArray("scopes")).sentTo(entry).status());
    }

    private List<String> errors(GatewayAnswer answer) {
      return answer
          .json()
          .get("errors")
          .valueStream()
          .map(e -> e.get("path").stringValue() + " " + e.get("code").stringValue())
          .sorted()
          .toList();
    }

    @Test
    void aPeriodThatIsOverWhenItBegins() {
      GatewayAnswer answer =
          adding(name)
              .change(body -> body.put("from", "2020-01-01").put("until", "2020-12-31"))
              .sentTo(entry);
      assertEquals(List.of("until past"), errors(answer));
    }

    @Test
    void aNameThatIsInUseHoweverItIsWritten() {
      String id = added("　" + name + " ").text("clientId");
      assertEquals(name, line(id).get("name").stringValue());
      String wide = name.replace('-', '－').replace(' ', '　').toUpperCase(Locale.ROOT);
      assertEquals(List.of("name taken"), errors(adding(wide).sentTo(entry)));
      String shaped = name + "\uFE00";
      assertEquals(List.of("name taken"), errors(adding(shaped).sentTo(entry)));
      changing(Route.REVOKE_PARTNER, id, 1).sentTo(entry);
      added(name);
    }

    @Test
    void aNameWithACharacterThatNobodySeesAndSaysWhichAndWhere() {
      for (int unseen :
          new int[] {
            0x200B, 0x00AD, 0x2060, 0x2064, 0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800, 0xFFF9, 0xFFFB,
            0x200D
          }) {
        GatewayAnswer answer = adding("図書" + Character.toString(unseen) + name).sentTo(entry);
        assertEquals(List.of("name characters"), errors(answer));
        String told = answer.json().at("/errors/0/message").stringValue();
        assertTrue(told.startsWith("3文字目"), told);
        assertTrue(told.contains(String.format("U+%04X", unseen)), told);
      }
    }

    @Test
    void ofManyWhoRegisterOneNameAtOnceOneDoes() {
      List<GatewayAnswer> answers =
          AtOnce.each(8, i -> adding(i % 2 == 0 ? name : "　" + name).sentTo(entry));
      assertEquals(1, answers.stream().filter(one -> one.status() == 201).count());
      answers.stream()
          .filter(one -> one.status() != 201)
          .forEach(one -> assertEquals(List.of("name taken"), errors(one), one.body()));
      String id =
          answers.stream()
              .filter(one -> one.status() == 201)
              .map(one -> one.text("clientId"))
              .findFirst()
              .orElseThrow();
      changing(Route.REVOKE_PARTNER, id, 1).sentTo(entry);
      added(name);
    }

    @Test
    void aNameOfSpacesAlone() {
      assertEquals(List.of("name required"), errors(adding(" 　").sentTo(entry)));
    }

    @Test
    void whoeverSawAnEarlierRevisionIsToldWhoWasFirst() {
      String id = added(name).text("clientId");
      changing(Route.RENEW_PARTNER, id, 1).sentTo(entry);
      GatewayAnswer late = changing(Route.REVOKE_PARTNER, id, 1).sentTo(entry);
      assertEquals(409, late.status(), late.body());
      assertTrue(late.text("detail").contains("吉田 聡さんが変更しました"), late.body());
    }

    @Test
    void ofManyWhoRenewAtOnceOneDoes() {
      String id = added(name).text("clientId");
      List<Integer> statuses =
          AtOnce.each(8, i -> changing(Route.RENEW_PARTNER, id, 1).sentTo(entry).status());
      assertEquals(1, statuses.stream().filter(status -> status == 200).count());
      assertEquals(7, statuses.stream().filter(status -> status == 409).count());
    }

    @Test
    void aRevokedClientStaysRevoked() {
      String id = added(name).text("clientId");
      changing(Route.REVOKE_PARTNER, id, 1).sentTo(entry);
      assertEquals(422, changing(Route.RENEW_PARTNER, id, 2).sentTo(entry).status());
      assertEquals(422, changing(Route.REVOKE_PARTNER, id, 2).sentTo(entry).status());
    }

    @Test
    void whoeverIsNoSystemAdministratorAndWhatDoesNotExist() {
      Caller.Staff users =
          new Caller.Staff(
              "staff-watanabe", "渡辺", Set.of(Role.USER_ADMINISTRATOR), Set.of(), true, "session");
      assertEquals(403, adding("a").as(users).sentTo(entry).status());
      assertEquals(
          404, changing(Route.REVOKE_PARTNER, "p-" + UUID.randomUUID(), 1).sentTo(entry).status());
    }
  }
}
