package jp.ishikari.link.counter;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.domain.ProcedureStore;
import jp.ishikari.link.domain.counter.Visit;
import jp.ishikari.link.domain.counter.VisitStore;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import org.jspecify.annotations.Nullable;

/**
 * A visitor without a card waits for staff to check who they are, under a short number, or gives up
 * waiting. Asking again while waiting keeps the number, so that a repeated request needs no token.
 */
@Contract(request = AwaitCheck.Asked.class, response = ReadVisit.Shown.class)
record AwaitCheck(
    VisitStore visits, ProcedureStore procedures, InstantSource clock, RandomGenerator random)
    implements Operation {
  private static final int LEAST = 100;
  private static final int MOST = 1_000;

  /**
   * @param procedureId null when the visitor gives up
   * @param again whether somebody else is to be checked than who was; until then nothing changes
   */
  record Asked(@Nullable @Limit(max = 64) String procedureId, @Nullable Boolean again) {
    boolean anew() {
      return Boolean.TRUE.equals(again);
    }
  }

  @Override
  public Response run(Request request) {
    String visitId = request.atTerminal().visitId();
    return Body.read(request, Asked.class)
        .then(
            asked ->
                (asked.procedureId() == null ? nothing() : procedure(asked.procedureId()))
                    .map(procedure -> await(visitId, procedure, asked.anew())))
        .fold(refusal -> refusal, answer -> answer);
  }

  private Response await(String visitId, Optional<Procedure> procedure, boolean anew) {
    boolean waits = visits.find(visitId).filter(v -> v.waiting() != null).isPresent();
    if (procedure.isPresent() != waits) {
      visits.wait(visitId, procedure.map(this::waiting).orElse(null), anew);
    }
    return ReadVisit.shown(visits.find(visitId));
  }

  private static Outcome<Response, Optional<Procedure>> nothing() {
    return Outcome.success(Optional.empty());
  }

  /** One that staff's check is enough for. */
  private Outcome<Response, Optional<Procedure>> procedure(String procedureId) {
    Optional<Procedure> found =
        procedures
            .current(procedureId)
            .filter(Procedure::online)
            .filter(p -> p.level() != Procedure.Level.GUEST && !p.level().signs());
    return found.isPresent()
        ? Outcome.success(found)
        : Outcome.failure(Problem.NOT_FOUND.response());
  }

  private Visit.Waiting waiting(Procedure procedure) {
    Set<Integer> taken =
        visits.waiting().stream()
            .filter(v -> v.waiting() != null)
            .map(v -> v.waiting().number())
            .collect(Collectors.toSet());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    int number = random.nextInt(LEAST, MOST);
    while (taken.contains(number)) {
      number = number + 1 == MOST ? LEAST : number + 1;
    }
    return new Visit.Waiting(number, procedure.name(), now);
  }
}
