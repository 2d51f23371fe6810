package jp.ishikari.link.domain;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.ishikari.link.forms.Era;
import org.jspecify.annotations.Nullable;

/**
 * Words of a case that a text may name in braces, as {@code {受付番号}}: what stands there is put in as
 * text. One day the template of a procedure brings more of them.
 *
 * @param words what stands at each name
 */
public record CaseWords(Map<String, String> words) {
  private static final Pattern NAMED = Pattern.compile("\\{([^{}\\n]{1,30})\\}");

  /** What a text may name, without a case. */
  public static final List<String> NAMES = Stream.of(Word.values()).map(one -> one.label).toList();

  private enum Word {
    APPLICANT("申請者", (application, division) -> application.applicantName()),
    PROCEDURE("手続の名前", (application, division) -> application.procedureName()),
    RECEIPT(
        "受付番号",
        (application, division) ->
            application.receiptNumber().replaceAll("(\\d{4})(?=\\d)", "$1-")),
    RECEIVED("受付日", (application, division) -> day(application.receivedOn())),
    ARRIVED("届いた日", (application, division) -> day(Reception.today(application.arrivedAt()))),
    DIVISION("担当課", (application, division) -> division.name()),
    PHONE("担当課の電話", (application, division) -> division.phone());

    private final String label;
    private final BiFunction<Application, Division, String> of;

    Word(String label, BiFunction<Application, Division, String> of) {
      this.label = label;
      this.of = of;
    }
  }

  public static CaseWords of(Application application, Division division) {
    Map<String, String> words = new LinkedHashMap<>();
    for (Word word : Word.values()) {
      words.put(word.label, word.of.apply(application, division));
    }
    return new CaseWords(words);
  }

  private static String day(LocalDate day) {
    return Era.toWareki(day).map(Objects::toString).orElseGet(day::toString);
  }

  /**
   * What to say of a text that names what there is not; null where it names nothing of the kind.
   */
  public static @Nullable String refusal(String text) {
    Set<String> unknown = new LinkedHashSet<>();
    for (Matcher named = NAMED.matcher(text); named.find(); ) {
      if (!NAMES.contains(named.group(1))) {
        unknown.add(named.group());
      }
    }
    return unknown.isEmpty()
        ? null
        : String.join("", unknown)
            + "は使えません。使えるのは、"
            + NAMES.stream().collect(Collectors.joining("}{", "{", "}"))
            + "です。";
  }

  /** The text with the words put in; what there is not stays as it stands. */
  public String in(String text) {
    return NAMED
        .matcher(text)
        .replaceAll(
            named -> Matcher.quoteReplacement(words.getOrDefault(named.group(1), named.group())));
  }
}
