package jp.ishikari.link.domain;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import jp.ishikari.link.forms.Era;
import jp.ishikari.link.forms.MergeFinding;
import jp.ishikari.link.forms.MergeText;
import org.jspecify.annotations.Nullable;

/** Facts of a case that a text may put in by name, as {@code {受付番号}}. */
public record CaseWords(Map<String, String> words) {
  private static final String APPLICANT = "申請者";
  private static final String PROCEDURE = "手続の名前";
  private static final String RECEIPT = "受付番号";
  private static final String RECEIVED = "受付日";
  private static final String ARRIVED = "届いた日";
  private static final String DIVISION = "担当課";
  private static final String PHONE = "担当課の電話";

  /** All names, in the order in which they are offered. */
  public static final Set<String> NAMES =
      Collections.unmodifiableSet(
          new LinkedHashSet<>(
              List.of(APPLICANT, PROCEDURE, RECEIPT, RECEIVED, ARRIVED, DIVISION, PHONE)));

  public static CaseWords of(Application application, Division division) {
    return of(
        application.applicantName(),
        application.procedureName(),
        application.receiptNumber(),
        application.receivedOn(),
        Reception.today(application.arrivedAt()),
        division);
  }

  /** Of a case that there is not: to look at a text before it is used. */
  public static CaseWords sample(
      String applicant, String procedure, LocalDate today, Division division) {
    return of(applicant, procedure, "000000000000", today, today, division);
  }

  private static CaseWords of(
      String applicant,
      String procedure,
      String receiptNumber,
      LocalDate received,
      LocalDate arrived,
      Division division) {
    Map<String, String> words = new LinkedHashMap<>();
    words.put(APPLICANT, applicant);
    words.put(PROCEDURE, procedure);
    words.put(RECEIPT, receiptNumber.replaceAll("(\\d{4})(?=\\d)", "$1-"));
    words.put(RECEIVED, day(received));
    words.put(ARRIVED, day(arrived));
    words.put(DIVISION, division.name());
    words.put(PHONE, division.phone());
    return new CaseWords(words);
  }

  private static String day(LocalDate day) {
    return Era.toWareki(day).map(Objects::toString).orElseGet(day::toString);
  }

  /** What to say of a text that can't be read or names what there is not; null of any other. */
  public static @Nullable String refusal(String text) {
    return MergeText.read(text, null, NAMES, Integer.MAX_VALUE)
            instanceof MergeText.Reading.Refused(var findings)
        ? findings.stream().map(MergeFinding::sentence).distinct().collect(Collectors.joining())
            + NAMES.stream().collect(Collectors.joining("}{", "使えるのは、{", "}です。"))
        : null;
  }

  /** The text with the words put in; one that can't be read stays as it is written. */
  public String in(String text) {
    return MergeText.read(text, null, NAMES, Integer.MAX_VALUE)
            instanceof MergeText.Reading.Valid(MergeText valid)
        ? valid.fill(words, Map.of(), id -> id)
        : text;
  }
}
