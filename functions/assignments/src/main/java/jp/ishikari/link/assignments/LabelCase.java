package jp.ishikari.link.assignments;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import jp.ishikari.link.blueprint.EventType;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.forms.TextRules;

/** A clerk marks a case with words of the division's own, by which a list is looked through. */
@Contract(request = LabelCase.Asked.class, response = Changing.Done.class)
record LabelCase(Changing changing, InstantSource clock) implements Operation {
  /** More would say nothing in a list. */
  static final int MOST = 5;

  static final int LONGEST = 20;

  /**
   * @param before all that the clerk saw
   * @param labels all that it is to have
   */
  record Asked(
      @Limit(max = MOST, each = LONGEST) List<String> before,
      @Limit(max = MOST, each = LONGEST) List<String> labels) {

    private Asked once() {
      return new Asked(before, labels.stream().map(TextRules::stripped).distinct().toList());
    }
  }

  private static Response overtaken(List<String> now) {
    return Problem.CONFLICT.response(
        "画面を開いたあとに、ほかの職員がラベルを変えました。いまは、"
            + (now.isEmpty() ? "ラベルがありません。" : "「" + String.join("」「", now) + "」です。")
            + "確かめてから、もう一度選んでください。");
  }

  @Override
  public Response run(Request request) {
    return changing.change(
        request,
        application -> Body.read(request, Asked.class).map(Asked::once),
        (key, asked) ->
            before -> {
              Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
              return !before.labels().equals(asked.before())
                  ? Outcome.failure(overtaken(before.labels()))
                  : Outcome.success(
                      changing
                          .assignments()
                          .change(
                              before,
                              before.labelled(asked.labels()),
                              EventType.ASSIGNMENT_LABELLED,
                              now,
                              key.promise(new Changing.Done(before.version() + 1), now)));
            });
  }
}
