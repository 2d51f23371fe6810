package jp.ishikari.link.assignments;

import java.util.function.BiFunction;
import java.util.function.Function;
import jp.ishikari.link.assignments.store.AssignmentStore;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.assignment.Assignment;
import jp.ishikari.link.edge.IdempotencyKey;
import jp.ishikari.link.edge.LookingAnew;
import jp.ishikari.link.edge.OwnCase;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** How what staff say of a case is changed: of a case of theirs, and once for each press. */
record Changing(ApplicationStore applications, AssignmentStore assignments) {
  static final int OK = 200;

  /** How far it is after a change. */
  record Done(int version) {}

  /**
   * @param read what is asked for, of that case
   * @param write carries it out on how it stands
   */
  <T> Response change(
      Request request,
      Function<Application, Outcome<Response, T>> read,
      BiFunction<IdempotencyKey, T, Attempt> write) {
    return IdempotencyKey.of(request)
        .then(key -> key.fresh(assignments::repeated, OK))
        .then(
            key ->
                OwnCase.find(applications, request)
                    .then(
                        application ->
                            read.apply(application)
                                .map(
                                    asked ->
                                        attempted(
                                            application.applicationId(), write.apply(key, asked)))))
        .fold(refusal -> refusal, answer -> answer);
  }

  /** One try to carry something out on how it stands. */
  interface Attempt {
    Outcome<Response, Outcome<NotSaved, Assignment>> on(Assignment before);
  }

  private Response attempted(String applicationId, Attempt attempt) {
    return LookingAnew.write(
        OK,
        () ->
            attempt
                .on(assignments.of(applicationId).assignment())
                .fold(
                    Outcome::success,
                    saved -> saved.map(next -> Response.ok(new Done(next.version())))));
  }
}
