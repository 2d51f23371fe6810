package jp.ishikari.link.assignments;

import java.text.Normalizer;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
      Map<String, String> once = new LinkedHashMap<>();
      labels.stream()
          .map(TextRules::stripped)
          .forEach(label -> once.putIfAbsent(compared(label), label));
      return new Asked(before, List.copyOf(once.values()));
    }
  }

  /**
   * What two labels are compared by, which is kept nowhere: what looks the same is one label, in
   * whichever width, case or spelling of the voice mark.
   */
  private static String compared(String label) {
    String seen =
        label
            .codePoints()
            .filter(c -> Character.getType(c) != Character.FORMAT)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return Normalizer.normalize(
            seen.replace('\u309B', '\u3099').replace('\u309C', '\u309A'), Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT);
  }

  /** A label that nobody would see. */
  private static Asked seen(Asked asked, Body.Mistakes mistakes) {
    if (asked.labels() != null
        && asked.labels().stream().anyMatch(one -> one != null && compared(one).isBlank())) {
      mistakes.wrong("labels", "required", "ラベルを入力してください。");
    }
    return asked;
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
        application -> Body.read(request, Asked.class, LabelCase::seen).map(Asked::once),
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
