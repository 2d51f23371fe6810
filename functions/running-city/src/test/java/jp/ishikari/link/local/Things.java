package jp.ishikari.link.local;

import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.ishikari.link.aws.AttachmentRow;
import jp.ishikari.link.aws.OrderRow;
import jp.ishikari.link.blueprint.Access;
import jp.ishikari.link.blueprint.Api;
import jp.ishikari.link.blueprint.Bucket;
import jp.ishikari.link.blueprint.Capability;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Role;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.blueprint.Subject;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.ApplicationState;
import jp.ishikari.link.domain.EnteredByStaff;
import jp.ishikari.link.domain.FollowCode;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.domain.SpokenCode;
import jp.ishikari.link.domain.attachment.Attachment;
import jp.ishikari.link.domain.attachment.FileHolder;
import jp.ishikari.link.domain.attachment.FileKind;
import jp.ishikari.link.domain.attachment.FileState;
import jp.ishikari.link.domain.payment.Checkout;
import jp.ishikari.link.domain.payment.Order;
import jp.ishikari.link.domain.payment.OrderMoves;
import jp.ishikari.link.domain.payment.OrderStep;
import jp.ishikari.link.domain.payment.PaymentTerms;
import jp.ishikari.link.domain.payment.Receipt;
import jp.ishikari.link.domain.payment.Statement;
import jp.ishikari.link.domain.signing.Signature;
import jp.ishikari.link.edge.Json;
import jp.ishikari.link.payments.store.CashDay;
import jp.ishikari.link.payments.store.Mismatch;
import jp.ishikari.link.payments.store.PayerLinks;
import jp.ishikari.link.payments.store.SettlementLine;
import jp.ishikari.link.testkit.SampleEvents;
import jp.ishikari.link.testkit.SampleSignature;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a path can name. It is made anew for each request, in the state in which its owner can do
 * what the route is for; so a refusal of somebody else tells of them and not of a missing thing.
 */
record Things(Visitors visitors) {
  private static final String TAKAHASHI = "staff-takahashi";
  private static final String KOBAYASHI = "staff-kobayashi";
  private static final String KATO = "staff-kato";

  /** A picture of one pixel. */
  private static final byte[] PICTURE =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

  /** A division with two administrators. */
  private static final String SEIKATSU = "seikatsu";

  /**
   * Something that a path names.
   *
   * @param path its id under the name of the parameter, and whatever else the path wants
   * @param body what the route takes
   */
  record Made(String id, Map<String, String> path, Visitors owner, ObjectNode body) {
    HttpResponse<String> askedBy(Visitors somebody, Route route) throws Exception {
      return somebody.ask(route, path, body.toString());
    }

    /** The same request for something that there is not. */
    HttpResponse<String> otherwise(Visitors somebody, Route route) throws Exception {
      Map<String, String> none = new HashMap<>(path);
      none.replaceAll((name, value) -> value.equals(id) ? "none-of-this-name" : value);
      return somebody.ask(route, none, body.toString());
    }

    static Made of(Route route, String parameter, String id, Visitors owner) {
      String body = SampleEvents.json(Names.sampleEvent(route)).path("body").asString("");
      return new Made(
          id,
          new HashMap<>(Map.of(parameter, id)),
          owner,
          (ObjectNode) Json.MAPPER.readTree(body.isEmpty() ? "{}" : body));
    }

    /** What an application says, whose form is unlike that of the sample event. */
    Made answering(Map<String, AttributeValue> application) {
      body.set("answers", Json.MAPPER.readTree(application.get("answers").s()));
      body.remove("fee");
      if (application.containsKey("fee")) {
        body.put("fee", Integer.parseInt(application.get("fee").n()));
      }
      return this;
    }

    /** A question that the application's form asks, where one is named. */
    private Made naming(Map<String, AttributeValue> application) {
      if (body.has("fields")) {
        body.putArray("fields")
            .add(
                Json.MAPPER
                    .readTree(application.get("answers").s())
                    .propertyNames()
                    .iterator()
                    .next());
      }
      return this;
    }

    Made at(String field, int value) {
      if (body.has(field)) {
        body.put(field, value);
      }
      return this;
    }
  }

  /** What the route's path names; a parameter that nobody here knows is a mistake of this test. */
  Made of(Route route) throws Exception {
    List<String> names = Visitors.parameters(route);
    return switch (names.getFirst()) {
      case "applicationId" -> application(route);
      case "procedureId" -> procedure(route);
      case "divisionId" -> division(route);
      case "staffId" -> member(route);
      case "notedId" -> noted(route);
      case "clientId" -> client(route);
      case "terminalId" -> terminal(route);
      case "visitId" -> visit(route);
      case "jobId" -> job(route);
      case "matter" -> matter(route);
      default -> throw new AssertionError("Make one of these for the walk: " + names);
    };
  }

  /** Everybody of the route's roles whom the thing does not belong to. */
  List<Visitors> strangers(Route route, Made made) {
    if (route.api() == Api.RESIDENT) {
      return List.of(visitors.as("resident", "account-of-a-stranger"));
    }
    boolean ofKobayashi = !TAKAHASHI.equals(made.owner().principal()) && byDesign(route);
    return Map.of(
            Role.REVIEWER,
            "staff-ito",
            Role.DIVISION_ADMINISTRATOR,
            ofKobayashi ? TAKAHASHI : KOBAYASHI)
        .entrySet()
        .stream()
        .filter(one -> route.access().roles().contains(one.getKey()))
        .map(one -> visitors.as(one.getKey().name(), one.getValue()))
        .toList();
  }

  private static boolean byDesign(Route route) {
    return route.access() == Access.DESIGNER;
  }

  /** A copy of one of the sample applications, as far as its steps have to have gone. */
  Made application(Route route) throws Exception {
    boolean signed =
        List.of(Route.EXPORT_EVIDENCE, Route.RESOLVE_SIGNATURE, Route.FREEZE_CORRECTION)
            .contains(route);
    Map<String, AttributeValue> row =
        new HashMap<>(sampleApplication(signed ? "tenshutsu" : "juminhyo"));
    String id = UUID.randomUUID().toString();
    String copied = row.put("applicationId", AttributeValue.fromS(id)).s();
    if (signed) {
      sign(id, row);
    }
    if (route == Route.ENTER_CORRECTION || route == Route.WITHDRAW_CASE) {
      entered(row);
    }
    arrived(copied, id);
    row.put("state", AttributeValue.fromS(ApplicationState.SUBMITTED.name()));
    row.put("version", AttributeValue.fromN("1"));
    visitors.put(Table.APPLICATIONS, row);
    Visitors clerk = visitors.as(Role.REVIEWER.name(), "staff-suzuki");
    int version = 1;
    Map<Route, Route> before =
        Map.of(
            Route.COMPLETE_CASE, Route.ACCEPT_CASE,
            Route.CORRECT_APPLICATION, Route.RETURN_CASE,
            Route.FREEZE_CORRECTION, Route.RETURN_CASE);
    if (before.containsKey(route)) {
      Route step = before.get(route);
      done(step, Made.of(step, "applicationId", id, clerk).naming(row).at("version", version++));
    }
    Visitors owner =
        route.api() == Api.RESIDENT
            ? visitors.as("resident", row.get("accountId").s())
            : route.access() == Access.EVIDENCE_READER
                ? visitors.as(Role.DIVISION_ADMINISTRATOR.name(), TAKAHASHI)
                : clerk;
    Made made = Made.of(route, "applicationId", id, owner).naming(row).at("version", version);
    if (route == Route.WITHDRAW_QUESTION) {
      Made asking = Made.of(Route.SEND_CASE_MESSAGE, "applicationId", id, clerk);
      asking.body().put("answerBy", LocalDate.now().plusDays(7).toString());
      made.body().put("message", done(Route.SEND_CASE_MESSAGE, asking).get("number").intValue());
    }
    if (made.body().has("documentId")) {
      boolean issued =
          Set.of(Route.OPEN_DOCUMENT, Route.REVOKE_DOCUMENT, Route.FINISH_LETTER).contains(route);
      String documentId = document(id, issued);
      made.body().put("documentId", documentId);
      if (route == Route.FINISH_LETTER) {
        unread(documentId, row);
      }
    }
    if (route == Route.MAKE_DOCUMENT) {
      dated(made);
    }
    if (route.capability() == Capability.PAYMENTS) {
      Order order = payment(id, row.get("divisionId").s(), route);
      visitors.put(Table.PAYMENTS, OrderRow.write(order).toMap());
      made.at("version", order.version());
      if (route == Route.END_PAYER_LINK) {
        askedPayer(id);
      }
    }
    if (route == Route.OPEN_CASE_FILE || route == Route.PREVIEW_CASE_FILE) {
      made.body().put("fileId", file(FileHolder.account(row.get("accountId").s()), id));
    }
    return made.body().has("answers") ? made.answering(row) : made;
  }

  /** Something to pay, as far as the route needs it to be. */
  private static Order payment(String applicationId, String divisionId, Route route) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    PaymentTerms terms =
        new PaymentTerms(PaymentTerms.When.WITH_APPLICATION, "手数料", 7, List.of("生活保護を受けている"), true);
    Order order =
        OrderMoves.opened(
            applicationId,
            divisionId,
            terms,
            2026,
            600,
            LocalDate.now(Reception.JST).plusDays(7),
            now);
    if (route == Route.ASK_REFUND || route == Route.DECIDE_REFUND) {
      order =
          OrderMoves.of(order)
              .received(new Receipt("counter-A-0012", null, Receipt.CASH, 600, now, "鈴木　一郎"), now)
              .made(OrderStep.RECEIVE, now);
    }
    if (route == Route.SETTLE_MISFIT) {
      Checkout checkout =
          new Checkout(
              "A1B2C3",
              "komoju",
              "credit_card",
              600,
              now,
              now.plusSeconds(600),
              Checkout.State.OPEN,
              "ses_1",
              "http://127.0.0.1/sessions/ses_1");
      order = OrderMoves.of(order).begun(checkout).made(OrderStep.BEGIN, now);
      order =
          OrderMoves.of(order)
              .with(
                  "A1B2C3",
                  one ->
                      one.misfitted(
                          new Statement.Taken("pay_1", "credit_card", 700, "JPY", now, 0, 0)))
              .made(OrderStep.MISFIT, now);
    }
    if (route == Route.DECIDE_REDUCTION) {
      order =
          OrderMoves.of(order)
              .reductionAsked("生活保護を受けている", 0, "確認済み", "staff-somebody", "田中　次郎", now)
              .made(OrderStep.ASK_REDUCTION, now);
    }
    if (route == Route.DECIDE_REFUND) {
      order =
          OrderMoves.of(order)
              .asked("counter-A-0012", 300, "取りやめ", "staff-somebody", "田中　次郎", now)
              .made(OrderStep.ASK_REFUND, now);
    }
    return order;
  }

  /** Somebody else was asked to pay. */
  private void askedPayer(String applicationId) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    PayerLinks.Link link =
        new PayerLinks.Link(
            applicationId,
            1,
            UUID.randomUUID().toString(),
            "お父さんへ",
            now,
            now.plusSeconds(3600),
            null,
            List.of());
    visitors.put(
        Table.PAYER_LINKS,
        Map.of(
            "applicationId", AttributeValue.fromS(applicationId),
            "number", AttributeValue.fromN("1"),
            "linkId", AttributeValue.fromS(link.linkId()),
            "version", AttributeValue.fromN("1"),
            "content", AttributeValue.fromS(Json.MAPPER.writeValueAsString(link))));
  }

  /** The cash of a division on today, as far as its closing has to have gone. */
  Made cashDay(Route route) {
    String division = "d-" + UUID.randomUUID();
    LocalDate today = LocalDate.now(Reception.JST);
    CashDay.State state =
        switch (route) {
          case ASK_REOPENING -> CashDay.State.CLOSED;
          case DECIDE_REOPENING -> CashDay.State.REOPENING;
          default -> CashDay.State.OPEN;
        };
    CashDay.Done closed =
        new CashDay.Done(
            Instant.now(), CashDay.Act.CLOSE, "staff-somebody", "田中　次郎", 600, 600L, null);
    CashDay cash = new CashDay(today, division, 2, 600, 1, state, 600L, List.of(closed));
    visitors.put(
        Table.CASH_DAYS,
        Map.of(
            "day", AttributeValue.fromS(today.toString()),
            "divisionId", AttributeValue.fromS(division),
            "version", AttributeValue.fromN("2"),
            "content", AttributeValue.fromS(Json.MAPPER.writeValueAsString(cash))));
    Made made =
        Made.of(route, "divisionId", "", visitors.as(Role.ACCOUNTANT.name(), "staff-kimura"));
    made.body().put("day", today.toString()).put("divisionId", division).put("version", 2);
    return made.at("counted", 600);
  }

  /** Something in which a gateway's file and the ledger do not agree. */
  Made mismatch(Route route) {
    LocalDate today = LocalDate.now(Reception.JST);
    Mismatch found =
        Mismatch.found(
            Mismatch.What.MISSING_HERE,
            "komoju",
            today,
            SettlementLine.Kind.RECEIPT,
            "pay_1",
            UUID.randomUUID().toString(),
            null,
            600L,
            null,
            Instant.now());
    visitors.put(
        Table.MISMATCHES,
        Map.of(
            "day", AttributeValue.fromS(today.toString()),
            "mismatch", AttributeValue.fromS(found.mismatchId()),
            "version", AttributeValue.fromN("1"),
            "content", AttributeValue.fromS(Json.MAPPER.writeValueAsString(found))));
    Made made =
        Made.of(route, "mismatchId", "", visitors.as(Role.ACCOUNTANT.name(), "staff-kimura"));
    made.body().put("day", today.toString()).put("mismatchId", found.mismatchId());
    return made.at("version", 1);
  }

  /** As if its day had passed. */
  private void unread(String documentId, Map<String, AttributeValue> application) {
    AttributeValue division = application.get("divisionId");
    visitors.put(
        Table.PRINT_LIST,
        Map.of(
            "letterId",
            AttributeValue.fromS("document/" + documentId),
            "applicationId",
            application.get("applicationId"),
            "divisionId",
            division,
            "waiting",
            division,
            "readBy",
            AttributeValue.fromS("2026-11-01"),
            "addedAt",
            AttributeValue.fromS("2026-11-02T00:00:00.000Z")));
  }

  /** As if a colleague had typed it from a paper; the city computes its fee. */
  private static void entered(Map<String, AttributeValue> row) {
    row.remove("accountId");
    row.remove("fee");
    row.put(
        "entered",
        json(new EnteredByStaff(EnteredByStaff.Channel.POST, "staff-suzuki", "鈴木　一郎", null)));
  }

  /** An application that nobody has in an account, and the code that it is followed with. */
  Made followed(Route route) throws Exception {
    Made made = application(route == Route.CORRECT_FOLLOWED ? Route.CORRECT_APPLICATION : route);
    Map<String, AttributeValue> row =
        new HashMap<>(
            visitors
                .rows(Table.APPLICATIONS)
                .filter(one -> one.get("applicationId").s().equals(made.id()))
                .findFirst()
                .orElseThrow());
    row.remove("accountId");
    visitors.put(Table.APPLICATIONS, row);
    String code = SpokenCode.draw(new SecureRandom());
    visitors.put(
        Table.FOLLOW_CODES,
        Map.of(
            "followId", AttributeValue.fromS(FollowCode.idOf(code).orElseThrow()),
            "applicationId", AttributeValue.fromS(made.id())));
    Made asked = Made.of(route, "applicationId", made.id(), visitors.as("guest"));
    asked.body().put("code", code);
    asked.at("version", Integer.parseInt(row.get("version").n()));
    if (asked.body().has("documentId")) {
      asked.body().put("documentId", document(made.id(), true));
    }
    return asked.body().has("answers") ? asked.answering(row) : asked;
  }

  /** A document of a case of the clerk's, handed over or not. */
  String document(String applicationId, boolean issued) throws Exception {
    Visitors clerk = visitors.as(Role.REVIEWER.name(), "staff-suzuki");
    Made making = Made.of(Route.MAKE_DOCUMENT, "applicationId", applicationId, clerk);
    dated(making);
    String documentId = done(Route.MAKE_DOCUMENT, making).get("documentId").stringValue();
    if (issued) {
      Made issuing = Made.of(Route.ISSUE_DOCUMENT, "applicationId", applicationId, clerk);
      issuing.body().put("documentId", documentId);
      done(Route.ISSUE_DOCUMENT, issuing);
    }
    return documentId;
  }

  private static void dated(Made document) {
    LocalDate today = LocalDate.now(Reception.JST);
    document.body().put("dated", today.toString()).put("openUntil", today.plusDays(90).toString());
  }

  /**
   * A clean file.
   *
   * @param applicationIdOrNull the application it was sent in with
   */
  String file(String holder, String applicationIdOrNull) {
    String fileId = UUID.randomUUID().toString();
    Map<String, AttributeValue> row =
        new HashMap<>(
            AttachmentRow.write(
                    new Attachment(
                        fileId,
                        holder,
                        "写し.png",
                        1,
                        List.of("sum"),
                        "upload",
                        FileState.CLEAN,
                        null,
                        null,
                        null,
                        false,
                        Instant.now().truncatedTo(ChronoUnit.MILLIS)),
                    Instant.now().plusSeconds(3600))
                .toMap());
    row.put("kind", AttributeValue.fromS(FileKind.PNG.name()));
    row.put("sha256", AttributeValue.fromS("sum"));
    if (applicationIdOrNull != null) {
      row.put("applicationId", AttributeValue.fromS(applicationIdOrNull));
    }
    visitors.put(Table.ATTACHMENTS, row);
    visitors.put(Bucket.FILES, fileId, PICTURE);
    return fileId;
  }

  /**
   * The history begins as that of the application it is copied from. What happened to facets of
   * that one, which may be a copy that was walked already, has not happened to this.
   */
  private void arrived(String copied, String id) {
    visitors
        .rows(Table.EVENTS)
        .filter(row -> row.get("subject").s().equals(Subject.APPLICATION.of(copied)))
        .filter(row -> row.get("sequence").n().equals("1"))
        .map(HashMap::new)
        .forEach(
            row -> {
              row.put("subject", AttributeValue.fromS(Subject.APPLICATION.of(id)));
              visitors.put(Table.EVENTS, row);
            });
  }

  /** Signed, by a certificate of which nobody could say whether it was revoked. */
  private void sign(String id, Map<String, AttributeValue> row) {
    Signature signature = SampleSignature.of(Signature.Revocation.UNKNOWN);
    row.put("signature", json(((ObjectNode) Json.MAPPER.valueToTree(signature)).put("version", 1)));
    visitors.put(
        Table.SIGNATURES,
        Map.of(
            "applicationId",
            AttributeValue.fromS(id),
            "version",
            AttributeValue.fromN("1"),
            "verifiedAt",
            AttributeValue.fromS(signature.verifiedAt().toString()),
            "evidence",
            json(SampleSignature.evidence())));
  }

  private static AttributeValue json(Object value) {
    return AttributeValue.fromS(Json.MAPPER.writeValueAsString(value));
  }

  Map<String, AttributeValue> sampleApplication(String procedureId) {
    return visitors
        .rows(Table.APPLICATIONS)
        .filter(row -> row.get("procedureId").s().equals(procedureId))
        .filter(row -> row.containsKey("accountId"))
        .findFirst()
        .orElseThrow();
  }

  /** A copy of a sample procedure; published where the route is about what is. */
  private Made procedure(Route route) throws Exception {
    if (route.api() == Api.RESIDENT) {
      return Made.of(route, "procedureId", "juminhyo", visitors.as("guest"));
    }
    boolean decided = route == Route.DECIDE_PUBLICATION;
    String division = decided ? SEIKATSU : "shimin";
    Visitors owner =
        visitors.as(Role.DIVISION_ADMINISTRATOR.name(), decided ? KOBAYASHI : TAKAHASHI);
    String id = "walk-" + UUID.randomUUID().toString().substring(0, 8);
    Made begun = Made.of(Route.CREATE_DESIGN, "procedureId", id, owner);
    begun.body().put("procedureId", id).put("divisionId", division).put("copyOf", "iken");
    done(Route.CREATE_DESIGN, begun);
    int revision = 1;
    if (decided) {
      owner.ask(Route.RULE_PUBLICATIONS, Map.of("divisionId", SEIKATSU), "{\"step\":\"REQUIRE\"}");
    }
    boolean published =
        List.of(
                Route.DECIDE_PUBLICATION,
                Route.PAUSE_PROCEDURE,
                Route.READ_ENTRY_FORM,
                Route.READ_VERSION,
                Route.RESTORE_VERSION)
            .contains(route);
    if (published) {
      done(
          Route.PUBLISH_DESIGN,
          Made.of(Route.PUBLISH_DESIGN, "procedureId", id, owner).at("revision", revision++));
    }
    Visitors asked = decided ? visitors.as(Role.DIVISION_ADMINISTRATOR.name(), KATO) : owner;
    Made made = Made.of(route, "procedureId", id, asked).at("revision", revision).at("version", 1);
    made.path().put("version", "1");
    made.path().put("?from", "0");
    made.path().put("?to", "0");
    return made;
  }

  private Made division(Route route) throws Exception {
    if (route == Route.RULE_PUBLICATIONS) {
      Made made = Made.of(route, "divisionId", SEIKATSU, byKobayashi());
      made.body().put("step", inForce() ? "ASK_TO_LIFT" : "REQUIRE");
      return made;
    }
    if (route == Route.SAVE_SENTENCE || route == Route.REMOVE_SENTENCE) {
      return sentence(route, route == Route.REMOVE_SENTENCE);
    }
    Visitors owner = system();
    int revision = read(owner.ask(Route.LIST_DIVISIONS, Map.of())).get("revision").intValue();
    return Made.of(route, "divisionId", "shimin", owner).at("revision", revision);
  }

  /** A sentence of a division's, which the request names. */
  Made sentence(Route route, boolean named) throws Exception {
    Visitors owner = visitors.as(Role.DIVISION_ADMINISTRATOR.name(), TAKAHASHI);
    String name = "歩き" + UUID.randomUUID().toString().substring(0, 8);
    if (named) {
      Made adding = sentence(Route.SAVE_SENTENCE, false);
      adding.body().put("name", name);
      done(Route.SAVE_SENTENCE, adding);
    }
    JsonNode standing =
        read(owner.ask(Route.LIST_SENTENCES, Map.of()))
            .get("divisions")
            .valueStream()
            .filter(one -> one.get("divisionId").stringValue().equals("shimin"))
            .findFirst()
            .orElseThrow();
    Made made =
        Made.of(route, "divisionId", "shimin", owner)
            .at("revision", standing.get("revision").intValue());
    if (made.body().has("name")) {
      made.body().put("name", name);
    }
    if (named) {
      JsonNode all = standing.get("sentences");
      made.body().set("sentenceId", all.get(all.size() - 1).get("sentenceId"));
    }
    return made;
  }

  private Visitors byKobayashi() {
    return visitors.as(Role.DIVISION_ADMINISTRATOR.name(), KOBAYASHI);
  }

  private boolean inForce() throws Exception {
    return read(byKobayashi().ask(Route.LIST_DESIGNS, Map.of()))
        .get("divisions")
        .valueStream()
        .filter(division -> division.get("divisionId").stringValue().equals(SEIKATSU))
        .anyMatch(division -> division.at("/rule/secondPerson").booleanValue());
  }

  private Made member(Route route) throws Exception {
    return Made.of(route, "staffId", newcomer(Role.REVIEWER), users()).at("revision", 1);
  }

  String newcomer(Role role) throws Exception {
    Made adding = Made.of(Route.ADD_STAFF_MEMBER, "staffId", "", users());
    adding.body().put("account", "walk-" + UUID.randomUUID()).putArray("roles").add(role.name());
    adding.body().remove("from");
    return done(Route.ADD_STAFF_MEMBER, adding).get("staffId").stringValue();
  }

  private Made noted(Route route) throws Exception {
    String given = newcomer(Role.USER_ADMINISTRATOR);
    String id =
        read(system().ask(Route.LIST_OVERSIGHT, Map.of()))
            .get("waiting")
            .valueStream()
            .filter(one -> one.get("aboutId").stringValue().equals(given))
            .findFirst()
            .orElseThrow()
            .get("notedId")
            .stringValue();
    return Made.of(route, "notedId", id, system());
  }

  private Made client(Route route) throws Exception {
    Made adding = Made.of(Route.ADD_PARTNER, "clientId", "", system());
    adding.body().put("name", "連携先" + UUID.randomUUID());
    String id = done(Route.ADD_PARTNER, adding).get("clientId").stringValue();
    return Made.of(route, "clientId", id, system()).at("revision", 1);
  }

  private Made terminal(Route route) throws Exception {
    Made registering = Made.of(Route.REGISTER_TERMINAL, "terminalId", "", system());
    registering.body().put("name", "窓口" + UUID.randomUUID());
    String id = done(Route.REGISTER_TERMINAL, registering).get("terminalId").stringValue();
    return Made.of(route, "terminalId", id, system()).at("revision", 1);
  }

  private Made visit(Route route) throws Exception {
    Visitors visitor = visitors.atTerminal();
    JsonNode waiting = done(Route.AWAIT_CHECK, Made.of(Route.AWAIT_CHECK, "visitId", "", visitor));
    Visitors owner = visitors.as(Role.REVIEWER.name(), "staff-suzuki");
    Made visit = Made.of(route, "visitId", visitor.hashOfCookie(), owner);
    visit.body().put("number", waiting.get("number").intValue());
    return visit;
  }

  private Made job(Route route) throws Exception {
    Made starting = starting();
    String id = done(Route.START_BULK_JOB, starting).get("jobId").stringValue();
    return Made.of(route, "jobId", id, starting.owner());
  }

  /** A clerk who decides on many cases; here on one. */
  Made starting() throws Exception {
    Made one = application(Route.ACCEPT_CASE);
    Made made = Made.of(Route.START_BULK_JOB, "jobId", "", one.owner());
    made.body().put("decision", "ACCEPT").putArray("cases").add(one.id() + "@1");
    return made;
  }

  private Made matter(Route route) throws Exception {
    Map<String, AttributeValue> sample = sampleApplication("tenshutsu");
    Visitors owner = visitors.as("resident", sample.get("accountId").s());
    Made freezing = Made.of(Route.FREEZE_APPLICATION, "procedureId", "tenshutsu", owner);
    freezing
        .answering(sample)
        .at("formVersion", Integer.parseInt(sample.get("formVersion").n()))
        .body()
        .put("procedureId", "tenshutsu");
    done(Route.FREEZE_APPLICATION, freezing);
    return Made.of(route, "matter", "tenshutsu", owner);
  }

  Visitors users() {
    return visitors.as(Role.USER_ADMINISTRATOR.name(), "staff-watanabe");
  }

  Visitors system() {
    return visitors.as(Role.SYSTEM_ADMINISTRATOR.name(), "staff-yoshida");
  }

  /** Does with it what has to be done first. */
  static JsonNode done(Route route, Made made) throws Exception {
    HttpResponse<String> answer = made.askedBy(made.owner(), route);
    if (answer.statusCode() >= 300) {
      throw new AssertionError(route + ": " + answer.statusCode() + " " + answer.body());
    }
    return read(answer);
  }

  private static JsonNode read(HttpResponse<String> answer) {
    return Json.MAPPER.readTree(answer.body().isEmpty() ? "{}" : answer.body());
  }
}
