package jp.ishikari.link.local;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import jp.ishikari.link.blueprint.Role;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.attachment.FileHolder;
import jp.ishikari.link.local.Things.Made;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a body can name by an id. Each time a request is made that its sender may make, so that it
 * is refused for nothing but the id that is put in.
 */
record NamedInBodies(Visitors visitors, Things things) {
  private static final String NONE = "none-of-this-name";

  /** Division of the sample staff whose own is {@code shimin}. */
  private static final String OTHERS_DIVISION = "zeimu";

  /** A procedure with a form that another division than {@code shimin} has published. */
  private static final String OTHERS_PROCEDURE = "iken";

  /**
   * A request that is taken, and changes of one of its fields with which it must not be.
   *
   * @param before puts in an id that is another's, or that nothing has
   */
  record Case(Made made, List<Consumer<ObjectNode>> before) {}

  /** For the field of a route's body; a field that nobody here knows is a mistake of this test. */
  Case of(Route route, String field) throws Exception {
    return switch (route + "." + field) {
      case "SUBMIT_APPLICATION.procedureId" -> refused(submission(), field, NONE, unpublished());
      case "ENTER_APPLICATION.procedureId" ->
          refused(entry(), field, NONE, unpublished(), OTHERS_PROCEDURE);
      case "START_BULK_JOB.cases" -> list(things.starting(), field, NONE + "@1");
      case "SAVE_DRAFT.procedureId" -> refused(saving(resident()), field, NONE, unpublished());
      case "FREEZE_APPLICATION.procedureId" -> refused(freezing(), field, NONE, unpublished());
      case "AWAIT_CHECK.procedureId" ->
          refused(Made.of(route, "visitId", "", visitors.atTerminal()), field, NONE, unpublished());
      case "SAVE_DRAFT.draftId" -> {
        Made made = saving(resident());
        made.body().remove("code");
        made.body().put("draftId", draft(made.owner())).put("revision", 1);
        yield refused(made, field, draft(stranger()), NONE);
      }
      case "OPEN_DRAFT.draftId" -> {
        Made made = named(route, resident());
        yield refused(made, field, draft(stranger()), NONE);
      }
      // One that is gone is no mistake, so only another's is refused.
      case "DELETE_DRAFT.draftId" -> {
        Made made = named(route, resident());
        yield refused(made, field, draft(stranger()));
      }
      // Whoever is signed in needs none, so a guest names somebody else's; a fresh one is no
      // mistake.
      case "BEGIN_UPLOAD.draftId" -> {
        Made made = Made.of(route, field, "", visitors.as("guest"));
        made.body().remove("code");
        made.body().put(field, UUID.randomUUID().toString());
        yield refused(made, field, draft(stranger()));
      }
      case "PERMIT_PARTS.draftId",
          "COMPLETE_UPLOAD.draftId",
          "CHECK_UPLOAD.draftId",
          "DELETE_UPLOAD.draftId" -> {
        String own = UUID.randomUUID().toString();
        Made made = Made.of(route, field, "", visitors.as("guest"));
        made.body().removeAll();
        made.body().put("fileId", things.file(FileHolder.draft(own), null)).put(field, own);
        yield refused(made, field, draft(stranger()), NONE);
      }
      case "PERMIT_PARTS.fileId",
          "COMPLETE_UPLOAD.fileId",
          "CHECK_UPLOAD.fileId",
          "DELETE_UPLOAD.fileId" -> {
        Made made = Made.of(route, field, "", resident());
        made.body().removeAll();
        made.body().put(field, things.file(account(resident()), null));
        yield refused(made, field, things.file(account(stranger()), null), NONE);
      }
      case "OPEN_CASE_FILE.fileId", "PREVIEW_CASE_FILE.fileId" -> {
        Made made = things.application(route);
        yield refused(made, field, things.file(account(resident()), "another"), NONE);
      }
      case "MAKE_DOCUMENT.replaces" -> {
        Made made = things.application(route);
        made.body().put(field, things.document(made.id(), true));
        yield refused(made, field, ofAnotherCase(), NONE);
      }
      case "OPEN_DOCUMENT.documentId",
          "OPEN_CASE_DOCUMENT.documentId",
          "ISSUE_DOCUMENT.documentId",
          "DISCARD_DOCUMENT.documentId",
          "FINISH_LETTER.documentId",
          "REVOKE_DOCUMENT.documentId" ->
          refused(things.application(route), field, ofAnotherCase(), NONE);
      case "ASK_REFUND.receiptId",
          "DECIDE_REFUND.refundId",
          "DECIDE_REDUCTION.reductionId",
          "SETTLE_MISFIT.reference" ->
          new Case(
              things.application(route),
              List.of(
                  body ->
                      body.set(
                          field,
                          body.get(field).isString()
                              ? body.stringNode(NONE)
                              : body.numberNode(99))));
      case "SAVE_SENTENCE.sentenceId", "REMOVE_SENTENCE.sentenceId" ->
          refused(things.sentence(route, true), field, UUID.randomUUID().toString(), NONE);
      case "SEND_MESSAGE.files" -> {
        Made made = things.application(route);
        made.body().putArray("files").add(things.file(account(made.owner()), null));
        yield new Case(
            made,
            List.of(
                body -> body.putArray("files").add(things.file(account(stranger()), null)),
                body -> body.putArray("files").add(NONE)));
      }
      case "OPEN_FOLLOWED_DOCUMENT.documentId" ->
          refused(things.followed(route), field, ofAnotherCase(), NONE);
      case "END_SESSIONS.sessionId" -> {
        Visitors owner = resident();
        Made made = Made.of(route, "sessionId", "", owner);
        made.body().put("sessionId", session(owner));
        yield refused(made, field, session(stranger()), NONE);
      }
      case "RETURN_CASE.fields" -> {
        Made made = things.application(route);
        yield list(made, field, NONE);
      }
      // Somebody of another division, and nobody.
      case "ASSIGN_CASE.to", "ASSIGN_CASE.from" ->
          refused(things.application(route), field, "staff-kobayashi", NONE);
      case "CLOSE_CASH_DAY.divisionId", "ASK_REOPENING.divisionId", "DECIDE_REOPENING.divisionId" ->
          refused(things.cashDay(route), field, NONE);
      case "CHANGE_MISMATCH.mismatchId" -> refused(things.mismatch(route), field, NONE);
      case "CREATE_DESIGN.divisionId" -> refused(design(), field, OTHERS_DIVISION, NONE);
      case "PREVIEW_LETTER.divisionId" -> {
        Made made = Made.of(route, "divisionId", "", design().owner());
        made.body().put("divisionId", "shimin");
        yield refused(made, field, OTHERS_DIVISION, NONE);
      }
      // Published ones may be copied by everybody who makes forms.
      case "CREATE_DESIGN.copyOf" -> refused(design(), field, unpublished(), NONE);
      case "CREATE_DESIGN.procedureId" -> refused(design(), field, unpublished(), "juminhyo");
      case "ADD_STAFF_MEMBER.divisions", "REGISTER_TERMINAL.divisions" ->
          list(adding(route), field, NONE);
      case "CHANGE_STAFF_MEMBER.divisions" -> list(things.of(route), field, NONE);
      case "ADD_STAFF_MEMBER.deputyFor" -> refused(standingIn(adding(route)), field, NONE);
      case "CHANGE_STAFF_MEMBER.deputyFor" -> {
        Made made = standingIn(things.of(route));
        yield refused(made, field, NONE, made.id());
      }
      default ->
          throw new AssertionError("Say what this names, and walk it: " + route + "." + field);
    };
  }

  private static Case refused(Made made, String field, String... ids) {
    List<Consumer<ObjectNode>> before = new ArrayList<>();
    for (String id : ids) {
      before.add(body -> body.put(field, id));
    }
    return new Case(made, before);
  }

  private static Case list(Made made, String field, String id) {
    return new Case(made, List.of(body -> body.withArray(field).add(id)));
  }

  private static String account(Visitors somebody) {
    return FileHolder.account(somebody.principal());
  }

  private Visitors resident() {
    return visitors.as("resident", things.sampleApplication("juminhyo").get("accountId").s());
  }

  private String ofAnotherCase() throws Exception {
    return things.document(things.application(Route.READ_CASE).id(), true);
  }

  private Visitors stranger() {
    return visitors.as("resident", "account-of-a-stranger");
  }

  private Made submission() {
    Map<String, AttributeValue> sample = things.sampleApplication("juminhyo");
    Made made =
        Made.of(Route.SUBMIT_APPLICATION, "procedureId", "", resident())
            .answering(sample)
            .at("formVersion", Integer.parseInt(sample.get("formVersion").n()));
    made.body().put("procedureId", "juminhyo");
    return made;
  }

  /** A paper that a clerk of {@code shimin} types in. */
  private Made entry() {
    Map<String, AttributeValue> sample = things.sampleApplication("juminhyo");
    Made made =
        Made.of(
                Route.ENTER_APPLICATION,
                "procedureId",
                "",
                visitors.as(Role.REVIEWER.name(), "staff-suzuki"))
            .answering(sample)
            .at("formVersion", Integer.parseInt(sample.get("formVersion").n()));
    made.body().put("procedureId", "juminhyo").put("receivedOn", sample.get("receivedOn").s());
    made.body().remove("fee");
    return made;
  }

  private Made freezing() {
    Map<String, AttributeValue> sample = things.sampleApplication("tenshutsu");
    Made made =
        Made.of(
                Route.FREEZE_APPLICATION,
                "procedureId",
                "",
                visitors.as("resident", sample.get("accountId").s()))
            .answering(sample)
            .at("formVersion", Integer.parseInt(sample.get("formVersion").n()));
    made.body().put("procedureId", "tenshutsu");
    return made;
  }

  private static Made saving(Visitors owner) {
    Made made = Made.of(Route.SAVE_DRAFT, "draftId", "", owner);
    String code = UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    made.body().put("code", code).put("procedureId", "juminhyo").put("revision", 0);
    return made;
  }

  /** A draft of theirs. */
  private static String draft(Visitors owner) throws Exception {
    return Things.done(Route.SAVE_DRAFT, saving(owner)).get("draftId").stringValue();
  }

  private static Made named(Route route, Visitors owner) throws Exception {
    Made made = new Made("", new HashMap<>(), owner, Made.of(route, "draftId", "", owner).body());
    made.body().removeAll().put("draftId", draft(owner));
    return made;
  }

  /** A session of theirs, which asking anything begins here; one that signing in began. */
  private String session(Visitors owner) throws Exception {
    owner.ask(Route.LIST_SIGN_INS, Map.of());
    Map<String, AttributeValue> row =
        new HashMap<>(
            visitors
                .rows(Table.SESSIONS)
                .filter(one -> one.get("principalId").s().equals(owner.principal()))
                .findFirst()
                .orElseThrow());
    row.put("startedAt", row.get("lastSeenAt"));
    row.put("device", AttributeValue.fromS("Linux・Firefox"));
    visitors.put(Table.SESSIONS, row);
    return row.get("session").s();
  }

  private Made design() {
    Made made = designOf("shimin", "staff-takahashi");
    made.body().put("copyOf", "iken");
    return made;
  }

  private Made designOf(String division, String administrator) {
    Made made =
        Made.of(
            Route.CREATE_DESIGN,
            "procedureId",
            "",
            visitors.as(Role.DIVISION_ADMINISTRATOR.name(), administrator));
    made.body()
        .put("procedureId", "walk-" + UUID.randomUUID().toString().substring(0, 8))
        .put("divisionId", division);
    made.body().remove("package");
    return made;
  }

  /** The id of a procedure of another division that nobody has published. */
  private String unpublished() throws Exception {
    Made begun = designOf("seikatsu", "staff-kobayashi");
    Things.done(Route.CREATE_DESIGN, begun);
    return begun.body().get("procedureId").stringValue();
  }

  private Made adding(Route route) {
    boolean terminal = route == Route.REGISTER_TERMINAL;
    Made made = Made.of(route, "id", "", terminal ? things.system() : things.users());
    made.body().put("name", "歩き" + UUID.randomUUID().toString().substring(0, 8));
    if (!terminal) {
      made.body().put("account", "walk-" + UUID.randomUUID()).remove("from");
    }
    return made;
  }

  /** In place of a colleague with the same roles. */
  private Made standingIn(Made made) throws Exception {
    made.body().putArray("roles").add(Role.REVIEWER.name());
    made.body()
        .put("deputyFor", things.newcomer(Role.REVIEWER))
        .put("deputyFrom", "2999-04-01")
        .put("deputyUntil", "2999-04-30");
    made.body().remove("until");
    return made;
  }
}
