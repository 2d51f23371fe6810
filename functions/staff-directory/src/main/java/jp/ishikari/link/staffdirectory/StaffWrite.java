package jp.ishikari.link.staffdirectory;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import jp.ishikari.link.blueprint.Role;
import jp.ishikari.link.domain.Difference;
import jp.ishikari.link.domain.DivisionStore;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.domain.identity.EnrolmentCode;
import jp.ishikari.link.domain.identity.Registration;
import jp.ishikari.link.domain.identity.SecondFactor;
import jp.ishikari.link.domain.identity.StaffMember;
import jp.ishikari.link.edge.IdempotencyKey;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.RefusedWrite;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.staffdirectory.store.StaffChange;
import jp.ishikari.link.staffdirectory.store.StaffRegister;
import org.jspecify.annotations.Nullable;

/**
 * How the directory is written: on the revision its editor saw, once, with who and when, and never
 * so that no administrator is left.
 *
 * @param ownCodes whether nobody signs in without having enrolled an authenticator here
 */
record StaffWrite(
    StaffRegister register,
    DivisionStore divisions,
    NotedRights rights,
    InstantSource clock,
    boolean ownCodes) {
  private static final DateTimeFormatter AT =
      DateTimeFormatter.ofPattern("M月d日 H時mm分").withZone(Reception.JST);

  /**
   * @param enrolmentCode told once, never kept with the token: the same request again is answered
   *     without it
   */
  record Saved(
      String staffId, int revision, @Nullable String enrolmentCode, @Nullable Instant enrolUntil) {
    Saved(String staffId, int revision) {
      this(staffId, revision, null, null);
    }
  }

  /** Which revision the administrator saw. */
  record Seen(@Limit(min = 1) int revision) {}

  RegistrationRules rules() {
    return RegistrationRules.of(register, divisions.all());
  }

  /**
   * A request that was answered before gets that answer again, before anything is looked at that it
   * has changed itself.
   *
   * @param status of the first answer
   */
  Outcome<Response, IdempotencyKey> fresh(IdempotencyKey key, int status) {
    return key.fresh(register::repeated, status);
  }

  /** The member a request names. */
  Outcome<Response, StaffMember> find(Request request) {
    return register
        .find(request.path().get("staffId"))
        .<Outcome<Response, StaffMember>>map(Outcome::success)
        .orElseGet(() -> Outcome.failure(Problem.NOT_FOUND.response()));
  }

  /** Refuses what would be done to one's own registration. */
  static <T> Outcome<Response, T> notOwn(Request request, T asked) {
    return request.path().get("staffId").equals(request.staff().staffId())
        ? Outcome.failure(
            Problem.RULE_VIOLATED.response(
                List.of(
                    new Problem.FieldError("staffId", "own", "自分の登録は変えられません。ほかの利用者管理者に依頼してください。"))))
        : Outcome.success(asked);
  }

  Response add(Request request, IdempotencyKey key, Registration registration) {
    Instant now = now();
    StaffChange change =
        change(request, "s-" + UUID.randomUUID(), 1, now, differences(rules(), null, registration));
    Saved saved = new Saved(change.staffId(), 1);
    SecondFactor factor = SecondFactor.waiting(1, now.plus(EnrolmentCode.GOOD_FOR));
    return register
        .add(
            registration,
            factor,
            change,
            rights.noting(change, rules(), Optional.empty(), registration, today()),
            key.promise(saved, now))
        .fold(
            reason -> RefusedWrite.answer(reason, 201),
            added -> Response.created(issued(saved, factor)));
  }

  Response change(
      Request request,
      IdempotencyKey key,
      StaffMember member,
      int revision,
      Registration registration) {
    if (revision != member.revision()) {
      return overtaken(member.staffId());
    }
    Instant now = now();
    LocalDate today = Reception.today(now);
    Set<Role> leaving = RegistrationRules.lastingAdministration(member.registration(), today);
    leaving.removeAll(RegistrationRules.lastingAdministration(registration, today));
    List<StaffMember> staying = new ArrayList<>();
    for (Role role : leaving) {
      Optional<StaffMember> other = another(role, member, today);
      if (other.isEmpty()) {
        return Problem.RULE_VIOLATED.response(
            List.of(new Problem.FieldError("roles", "last", RegistrationRules.wouldBeLost(role))));
      }
      if (!staying.contains(other.get())) {
        staying.add(other.get());
      }
    }
    StaffChange change =
        change(
            request,
            member.staffId(),
            revision + 1,
            now,
            differences(rules(), member.registration(), registration));
    Saved saved = new Saved(member.staffId(), revision + 1);
    return register
        .change(
            registration,
            change,
            staying,
            rights.noting(change, rules(), Optional.of(member.registration()), registration, today),
            key.promise(saved, now))
        .fold(
            reason ->
                reason instanceof NotSaved.Overtaken
                    ? overtaken(member.staffId())
                    : RefusedWrite.answer(reason, 200),
            written -> Response.ok(saved));
  }

  /** Forgets the authenticator and hands out a new enrolment code. */
  Response reset(Request request, IdempotencyKey key, StaffMember member, int revision) {
    SecondFactor next = member.factor().reset(revision + 1, now().plus(EnrolmentCode.GOOD_FOR));
    return set(request, key, member, revision, next, "oneTimeCode", saved -> issued(saved, next));
  }

  /** Lets a member try again at once. */
  Response release(Request request, IdempotencyKey key, StaffMember member, int revision) {
    return set(request, key, member, revision, member.factor().released(), "lock", saved -> saved);
  }

  private Response set(
      Request request,
      IdempotencyKey key,
      StaffMember member,
      int revision,
      SecondFactor next,
      String what,
      UnaryOperator<Saved> answer) {
    if (revision != member.revision()) {
      return overtaken(member.staffId());
    }
    Instant now = now();
    StaffChange change =
        change(
            request,
            member.staffId(),
            revision + 1,
            now,
            List.of(new Difference(what, null, null)));
    Saved saved = new Saved(member.staffId(), revision + 1);
    return register
        .set(member, next, change, key.promise(saved, now))
        .fold(
            reason ->
                reason instanceof NotSaved.Overtaken
                    ? overtaken(member.staffId())
                    : RefusedWrite.answer(reason, 200),
            written -> Response.ok(answer.apply(saved)));
  }

  private Saved issued(Saved saved, SecondFactor factor) {
    return new Saved(
        saved.staffId(),
        saved.revision(),
        register.enrolmentCode(saved.staffId(), factor.issue()),
        factor.enrolUntil());
  }

  /** Somebody else who keeps the role and can really sign in, as they are on record now. */
  private Optional<StaffMember> another(Role role, StaffMember member, LocalDate today) {
    return register.all().stream()
        .filter(m -> !m.staffId().equals(member.staffId()))
        .filter(m -> keeps(role, m, today))
        .flatMap(m -> register.find(m.staffId()).stream())
        .filter(m -> keeps(role, m, today))
        .filter(this::opens)
        .findFirst();
  }

  private static boolean keeps(Role role, StaffMember member, LocalDate today) {
    return RegistrationRules.lastingAdministration(member.registration(), today).contains(role);
  }

  /** What a change would change, in the words of the console. */
  List<Difference> differences(
      RegistrationRules rules, Registration beforeOrNull, Registration after) {
    List<Difference> what = new ArrayList<>();
    Optional<Registration> before = Optional.ofNullable(beforeOrNull);
    differ(what, "account", before.map(Registration::account), after.account());
    differ(what, "name", before.map(Registration::name), after.name());
    differ(
        what,
        "roles",
        before.map(r -> RegistrationRules.labels(r.roles())),
        RegistrationRules.labels(after.roles()));
    differ(
        what,
        "divisions",
        before.map(r -> rules.names(r.divisions())),
        rules.names(after.divisions()));
    differ(what, "from", before.map(Registration::from), after.from());
    differ(what, "until", before.map(Registration::until), after.until());
    differ(what, "deputyFor", before.map(this::deputy), deputy(after));
    return what;
  }

  private static void differ(
      List<Difference> what, String field, Optional<?> before, Object afterOrNull) {
    String was = before.map(Object::toString).filter(text -> !text.isEmpty()).orElse(null);
    String is = afterOrNull == null || afterOrNull.toString().isEmpty() ? null : "" + afterOrNull;
    if (!Objects.equals(was, is)) {
      what.add(new Difference(field, was, is));
    }
  }

  private String deputy(Registration r) {
    Registration.Deputy d = r.deputyFor();
    return d == null
        ? null
        : register.find(d.staffId()).map(StaffMember::name).orElse(d.staffId())
            + "（"
            + d.from()
            + "〜"
            + d.until()
            + "）";
  }

  private static StaffChange change(
      Request request, String staffId, int revision, Instant now, List<Difference> what) {
    return new StaffChange(
        staffId, revision, now, request.staff().staffId(), request.staff().name(), what);
  }

  /** A colleague saved first; nothing of theirs is overwritten. */
  private Response overtaken(String staffId) {
    return register.history(staffId).stream()
        .findFirst()
        .map(
            last ->
                Problem.CONFLICT.response(
                    AT.format(last.at()) + "に " + last.byName() + "さんが保存しました。"))
        .orElseGet(Problem.CONFLICT::response);
  }

  LocalDate today() {
    return Reception.today(now());
  }

  /** Whether somebody can sign in now; null: somebody new. */
  boolean opens(StaffMember memberOrNull) {
    return memberOrNull == null ? !ownCodes : memberOrNull.factor().opens(now(), ownCodes);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
