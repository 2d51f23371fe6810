package jp.ishikari.link.documents;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.Division;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.forms.Era;

/**
 * Words of a case that a text may name in braces, as {@code {受付番号}}: what stands there is put in as
 * text. One day the template of a procedure brings more of them.
 */
record CaseWords(Map<String, String> words) {
  private static final Pattern NAMED = Pattern.compile("\\{([^{}\\n]{1,30})\\}");

  static CaseWords of(Application application, Division division) {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("申請者", application.applicantName());
    words.put("手続の名前", application.procedureName());
    words.put("受付番号", application.receiptNumber().replaceAll("(\\d{4})(?=\\d)", "$1-"));
    words.put("受付日", day(application.receivedOn()));
    words.put("届いた日", day(Reception.today(application.arrivedAt())));
    words.put("担当課", division.name());
    words.put("担当課の電話", division.phone());
    return new CaseWords(words);
  }

  private static String day(LocalDate day) {
    return Era.toWareki(day).map(Objects::toString).orElseGet(day::toString);
  }

  /** What a text names that there is not. */
  Set<String> unknown(String text) {
    Set<String> unknown = new LinkedHashSet<>();
    for (Matcher named = NAMED.matcher(text); named.find(); ) {
      if (!words.containsKey(named.group(1))) {
        unknown.add(named.group());
      }
    }
    return unknown;
  }

  /** The text with the words put in; what there is not stays as it stands. */
  String in(String text) {
    return NAMED
        .matcher(text)
        .replaceAll(
            named -> Matcher.quoteReplacement(words.getOrDefault(named.group(1), named.group())));
  }
}
