package jp.ishikari.link.assignments;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import jp.ishikari.link.assignments.store.Note;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** A clerk leaves a note to colleagues. The applicant never sees one; none is changed or erased. */
@Contract(request = NoteCase.Asked.class, response = Changing.Done.class)
record NoteCase(Changing changing, InstantSource clock) implements Operation {
  static final int LONGEST = 2000;

  /** All of them are read in one answer, which has a limit of 6 MB. */
  static final int MOST = 300;

  record Asked(@Limit(max = LONGEST, lines = true) String text) {}

  @Override
  public Response run(Request request) {
    return changing.change(
        request,
        application -> Body.read(request, Asked.class),
        (key, asked) ->
            before -> {
              if (before.notes() >= MOST) {
                return Outcome.failure(
                    Problem.RULE_VIOLATED.response("メモが" + MOST + "件になったため、これ以上は残せません。"));
              }
              Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
              Note note =
                  new Note(
                      before.notes() + 1,
                      request.staff().staffId(),
                      request.staff().name(),
                      asked.text(),
                      now);
              return Outcome.success(
                  changing
                      .assignments()
                      .note(
                          before, note, key.promise(new Changing.Done(before.version() + 1), now)));
            });
  }
}
