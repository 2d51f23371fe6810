package jp.ishikari.link.assignments;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import jp.ishikari.link.blueprint.EventType;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.assignment.Assignment;
import jp.ishikari.link.domain.assignment.Assignment.Assignee;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.IdempotencyKey;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import org.jspecify.annotations.Nullable;

/**
 * A clerk takes a case, hands it over, or gives it back: the assignee (担当者) says whose work it is,
 * not who may do it.
 */
@Contract(request = AssignCase.Asked.class, response = Changing.Done.class)
record AssignCase(Changing changing, Deciders deciders, InstantSource clock) implements Operation {

  /**
   * @param from whose the clerk saw that it is; null for nobody's
   * @param to whose it is to be; null for nobody's
   */
  record Asked(@Nullable @Limit(max = 100) String from, @Nullable @Limit(max = 100) String to) {}

  /** What is asked for, once the name is known. */
  private record Wish(@Nullable String from, @Nullable Assignee to) {}

  @Override
  public Response run(Request request) {
    return changing.change(
        request,
        application -> read(request, application),
        (key, wish) ->
            before ->
                Objects.equals(before.assigneeId(), wish.from())
                    ? Outcome.success(save(key, before, before.assignedTo(wish.to())))
                    : Outcome.failure(overtaken(before.assignee())));
  }

  private Outcome<NotSaved, Assignment> save(
      IdempotencyKey key, Assignment before, Assignment next) {
    return changing
        .assignments()
        .change(
            before,
            next,
            EventType.ASSIGNMENT_CHANGED,
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            key.promise(new Changing.Done(next.version()), clock.instant()));
  }

  private static Response overtaken(@Nullable Assignee now) {
    return Problem.CONFLICT.response(
        "画面を開いたあとに、ほかの職員が担当者を変えました。いまは、"
            + (now == null ? "担当者がいません。" : now.name() + "さんが担当です。")
            + "確かめてから、もう一度選んでください。");
  }

  private Outcome<Response, Wish> read(Request request, Application application) {
    return Body.read(
            request,
            Asked.class,
            (asked, mistakes) -> {
              if (asked.to() != null && named(asked, application).isEmpty()) {
                mistakes.wrong("to", "unknown", "この課でいま審査できる職員から選んでください。");
              }
              return asked;
            })
        .map(asked -> new Wish(asked.from(), named(asked, application).orElse(null)));
  }

  private Optional<Assignee> named(Asked asked, Application application) {
    return deciders.of(application.divisionId()).stream()
        .filter(one -> one.staffId().equals(asked.to()))
        .findFirst();
  }
}
