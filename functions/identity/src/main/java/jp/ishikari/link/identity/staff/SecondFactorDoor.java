package jp.ishikari.link.identity.staff;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import jp.ishikari.link.blueprint.Role;
import jp.ishikari.link.blueprint.Signal;
import jp.ishikari.link.domain.identity.SecondFactor;
import jp.ishikari.link.domain.identity.SignInPolicy;
import jp.ishikari.link.domain.identity.StaffMember;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.Log;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.identity.door.Sessions;
import jp.ishikari.link.identity.store.StaffDirectory;

/**
 * What every try at the second factor has in common: wrong ones lock for longer and longer, and
 * what is recorded is recorded before it is answered, so that parallel guesses gain nothing.
 */
public record SecondFactorDoor(
    StaffDirectory staff, Sessions sessions, Supplier<SignInPolicy> policy, InstantSource clock) {
  private static final Log LOG = Log.of(SecondFactorDoor.class);
  private static final Duration FIRST_LOCK = Duration.ofMinutes(1);
  private static final Duration LONGEST_LOCK = Duration.ofMinutes(15);

  /** Looks at what was entered: where the member stands after it, or nothing when it is wrong. */
  @FunctionalInterface
  public interface Check {
    Optional<SecondFactor> of(StaffMember member, Instant now);
  }

  /** A right try that proves who it is: the session is replaced by one that is good for all. */
  public Response signIn(
      Caller.Staff caller, Check check, Problem.FieldError wrong, Object answer) {
    return attempt(
        caller,
        check,
        wrong,
        true,
        () -> {
          tell(caller);
          sessions.end(caller.session());
          return sessions.start(Response.ok(answer), caller.staffId(), true);
        });
  }

  /** Operators are called when somebody breaks the glass. */
  private static void tell(Caller.Staff caller) {
    if (caller.roles().contains(Role.EMERGENCY_ADMINISTRATOR)) {
      LOG.warn(Signal.EMERGENCY_SIGN_IN.message(), Log.fields());
    }
  }

  /** A right try that leads on, without proving who it is. */
  public Response goOn(Caller.Staff caller, Check check, Problem.FieldError wrong, Object answer) {
    return attempt(caller, check, wrong, false, () -> Response.ok(answer));
  }

  private Response attempt(
      Caller.Staff caller,
      Check check,
      Problem.FieldError wrong,
      boolean signsIn,
      Supplier<Response> passed) {
    Optional<StaffMember> found = staff.find(caller.staffId());
    if (found.isEmpty()) {
      // Taken off the register between the two factors.
      return Problem.SIGN_IN_REQUIRED.response();
    }
    StaffMember member = found.get();
    Instant now = clock.instant();
    if (member.factor().isLocked(now)) {
      return Problem.TOO_MANY_REQUESTS.response();
    }
    Optional<SecondFactor> next = check.of(member, now);
    SecondFactor after = next.orElseGet(() -> member.factor().refused(lock(member, now)));
    // Whoever loses a race is told the same, right or wrong: nothing is learnt from it.
    if (!staff.save(member, after, next.isPresent() && signsIn ? now : null)) {
      return Problem.TOO_MANY_REQUESTS.response();
    }
    return next.isPresent() ? passed.get() : Problem.ANSWERS_INVALID.response(List.of(wrong));
  }

  private Instant lock(StaffMember member, Instant now) {
    int failures = member.factor().failures() + 1;
    int free = policy.get().attempts();
    if (failures < free) {
      return null;
    }
    long factor = 1L << Math.min(failures - free, 10);
    Duration lock = FIRST_LOCK.multipliedBy(factor);
    return now.plus(lock.compareTo(LONGEST_LOCK) > 0 ? LONGEST_LOCK : lock);
  }
}
