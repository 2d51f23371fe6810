package jp.ishikari.link.formdesign;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import jp.ishikari.link.domain.Difference;
import jp.ishikari.link.domain.Division;
import jp.ishikari.link.domain.DivisionChange;
import jp.ishikari.link.domain.DivisionRegister;
import jp.ishikari.link.domain.DivisionStore;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.PublicationRule;
import jp.ishikari.link.domain.PublicationRule.Lifting;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.IdempotencyKey;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.OwnDivision;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.RefusedWrite;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/**
 * The division says whether its publications need a second person from now on. One administrator
 * can say that they do; that they no longer do takes two: one who asks and another who confirms.
 * Each step stands in the history of divisions.
 */
@Contract(request = RulePublications.Asked.class, response = OwnRule.class)
record RulePublications(DivisionStore divisions, DivisionRegister register, InstantSource clock)
    implements Operation {
  private static final int OK = 200;
  private static final String RULE = "secondPerson";
  private static final String ASKED = "secondPersonLifting";
  private static final String NEEDED = "必要";
  private static final String NOT_NEEDED = "不要";

  /** What somebody does about the rule. */
  enum Step {
    /** Publications need a second person. */
    REQUIRE,
    /** Asks that they no longer do. */
    ASK_TO_LIFT,
    /** Confirms what somebody else asked for. */
    LIFT,
    /** Takes back or refuses what was asked for: the rule stays. */
    KEEP
  }

  record Asked(Step step) {}

  private record Next(PublicationRule rule, List<Difference> what) {}

  @Override
  public Response run(Request request) {
    return IdempotencyKey.of(request)
        .then(key -> key.fresh(register::repeated, OK))
        .then(
            key ->
                new OwnDivision(divisions)
                    .find(request)
                    .then(
                        division ->
                            Body.read(request, Asked.class)
                                .map(asked -> rule(request, key, division, asked.step()))))
        .fold(refusal -> refusal, answer -> answer);
  }

  private Response rule(Request request, IdempotencyKey key, Division division, Step step) {
    Caller.Staff staff = request.staff();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    PublicationRule before = divisions.rule(division.divisionId()).orElseThrow();
    return next(before, step, staff, now)
        .map(next -> save(key, division, before, next, staff, now))
        .fold(refusal -> refusal, answer -> answer);
  }

  private static Outcome<Response, Next> next(
      PublicationRule before, Step step, Caller.Staff staff, Instant now) {
    Optional<Lifting> lifting = before.lifting();
    String asked = lifting.map(one -> one.byName() + "さんの依頼").orElse(null);
    return switch (step) {
      case REQUIRE ->
          before.secondPerson()
              ? refused("公開には、すでにほかの課管理者の承認が必要です。")
              : becomes(true, null, new Difference(RULE, NOT_NEEDED, NEEDED));
      case ASK_TO_LIFT ->
          !before.secondPerson() || lifting.isPresent()
              ? refused("承認をなくす依頼は、すでにあるか、いりません。")
              : becomes(
                  true,
                  new Lifting(staff.staffId(), staff.name(), now),
                  new Difference(ASKED, null, staff.name() + "さんの依頼"));
      case LIFT ->
          lifting.isEmpty()
              ? refused("承認をなくす依頼はありません。")
              : staff.isOnePersonWith(lifting.get().by())
                  ? refused("依頼した人と、その代理をしている人は確認できません。同じ課のほかの課管理者に頼んでください。")
                  : becomes(
                      false,
                      null,
                      new Difference(RULE, NEEDED, NOT_NEEDED),
                      new Difference(ASKED, asked, null));
      case KEEP ->
          lifting.isEmpty()
              ? refused("承認をなくす依頼はありません。")
              : becomes(true, null, new Difference(ASKED, asked, "取りやめ"));
    };
  }

  private static Outcome<Response, Next> becomes(
      boolean secondPerson, Lifting lifting, Difference... what) {
    return Outcome.success(new Next(new PublicationRule(secondPerson, lifting), List.of(what)));
  }

  private static Outcome<Response, Next> refused(String why) {
    return Outcome.failure(Problem.RULE_VIOLATED.response(why));
  }

  private Response save(
      IdempotencyKey key,
      Division division,
      PublicationRule before,
      Next next,
      Caller.Staff staff,
      Instant now) {
    int current = register.history(1).stream().findFirst().map(DivisionChange::revision).orElse(0);
    OwnRule saved = OwnRule.of(next.rule(), staff);
    return register
        .rule(
            before,
            next.rule(),
            new DivisionChange(
                current + 1,
                now,
                staff.staffId(),
                staff.name(),
                division.divisionId(),
                division.name(),
                next.what()),
            key.promise(saved, now))
        .fold(reason -> RefusedWrite.answer(reason, OK), written -> Response.ok(saved));
  }
}
