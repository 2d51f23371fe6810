package jp.ishikari.link.identity;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;
import jp.ishikari.link.domain.identity.StaffDirectory;
import jp.ishikari.link.domain.identity.StaffMember;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/**
 * The second factor of staff: a time-based one-time code (RFC 6238, SHA-1, 30 s, 6 digits), one
 * step of tolerance either way. A code counts once; wrong ones lock for longer and longer, and what
 * is recorded is recorded before it is answered, so that parallel guesses gain nothing.
 */
record EnterOneTimeCode(StaffDirectory staff, Sessions sessions, InstantSource clock)
    implements Operation {
  private static final TimeBasedOneTimePasswordGenerator CODES =
      new TimeBasedOneTimePasswordGenerator();
  private static final int TOLERANCE = 1;
  private static final int FREE_FAILURES = 5;
  private static final Duration FIRST_LOCK = Duration.ofMinutes(1);
  private static final Duration LONGEST_LOCK = Duration.ofMinutes(15);

  private record Done(String level) {}

  @Override
  public Response run(Request request) {
    return Body.read(request, body -> body.text("code", 10))
        .fold(refusal -> refusal, code -> enter(request.staff(), code));
  }

  private Response enter(Caller.Staff caller, String code) {
    return staff
        .find(caller.staffId())
        .map(member -> enter(caller, member, code, clock.instant()))
        // Taken off the register between the two factors.
        .orElseGet(Problem.SIGN_IN_REQUIRED::response);
  }

  private Response enter(Caller.Staff caller, StaffMember member, String code, Instant now) {
    if (member.lockedUntil() != null && now.isBefore(member.lockedUntil())) {
      return Problem.TOO_MANY_REQUESTS.response();
    }
    OptionalLong step = stepOf(member, code, now);
    if (step.isPresent() && step.getAsLong() > member.lastTotpStep()) {
      // Whoever loses a race is told the same, right code or wrong: nothing is learnt from it.
      if (!staff.accept(member, step.getAsLong(), now)) {
        return Problem.TOO_MANY_REQUESTS.response();
      }
      sessions.replace(caller.session());
      return sessions.start(Response.ok(new Done("signed-in")), member.staffId(), true);
    }
    int failures = member.failures() + 1;
    boolean recorded = staff.refuse(member, failures, lock(failures, now));
    return recorded ? wrong() : Problem.TOO_MANY_REQUESTS.response();
  }

  private OptionalLong stepOf(StaffMember member, String code, Instant now) {
    SecretKeySpec secret = new SecretKeySpec(staff.secretOf(member), CODES.getAlgorithm());
    long present = now.getEpochSecond() / CODES.getTimeStep().toSeconds();
    for (long step = present - TOLERANCE; step <= present + TOLERANCE; step++) {
      try {
        Instant at = Instant.ofEpochSecond(step * CODES.getTimeStep().toSeconds());
        if (CODES.generateOneTimePasswordString(secret, at).equals(code)) {
          return OptionalLong.of(step);
        }
      } catch (InvalidKeyException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
    return OptionalLong.empty();
  }

  private static Instant lock(int failures, Instant now) {
    if (failures < FREE_FAILURES) {
      return null;
    }
    long factor = 1L << Math.min(failures - FREE_FAILURES, 10);
    Duration lock = FIRST_LOCK.multipliedBy(factor);
    return now.plus(lock.compareTo(LONGEST_LOCK) > 0 ? LONGEST_LOCK : lock);
  }

  private static Response wrong() {
    return Problem.ANSWERS_INVALID.response(
        List.of(
            new Problem.FieldError("code", "wrong", "ワンタイムコードが違うか、すでに使われています。新しいコードを入力してください。")));
  }
}
