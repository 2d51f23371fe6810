package jp.ishikari.link.documents;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import jp.ishikari.link.documents.print.Typeface;
import jp.ishikari.link.domain.CaseWords;
import jp.ishikari.link.domain.document.LetterText;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.forms.FormDefinition;
import jp.ishikari.link.forms.MergeText;

/**
 * How what somebody typed becomes a text of a letter: the facts of the case are put in, and what
 * cannot be put in or drawn is told by character, before anything is made.
 *
 * @param fileName what a file is called, by its id
 */
record LetterWriting(
    FormDefinition formOrNull,
    CaseWords words,
    Map<String, Object> answers,
    UnaryOperator<String> fileName) {
  /** About ten pages of a line each: more are a key that was held down. */
  private static final int MOST_LINES = 300;

  /** The text as it is printed. */
  String written(LetterText which, String typed, Body.Mistakes mistakes) {
    return written(which.member(), typed, which.most(), mistakes);
  }

  String written(String path, String typed, int most, Body.Mistakes mistakes) {
    return switch (MergeText.read(typed, formOrNull, CaseWords.NAMES, most)) {
      case MergeText.Reading.Refused(var findings) -> {
        boolean lines = typed.indexOf('\n') >= 0;
        mistakes.wrong(
            path,
            "field",
            findings.stream()
                .map(finding -> lines ? finding.detail() : finding.sentence())
                .collect(Collectors.joining("\n")));
        drawn(path, typed, mistakes);
        yield typed;
      }
      case MergeText.Reading.Valid(MergeText text) -> {
        String written = text.fill(words.words(), answers, fileName);
        if (written.codePointCount(0, written.length()) > most) {
          mistakes.wrong(path, "length", "申請の内容を入れると、" + most + "文字を超えます。短くしてください。");
        }
        if (written.lines().count() > MOST_LINES) {
          mistakes.wrong(path, "lines", "改行が多すぎます。" + MOST_LINES + "行までにしてください。");
        }
        drawn(path, written, mistakes);
        yield written;
      }
    };
  }

  private static void drawn(String path, String text, Body.Mistakes mistakes) {
    List<String> undrawable = Typeface.only().undrawable(text);
    if (!undrawable.isEmpty()) {
      mistakes.wrong(
          path,
          "characters",
          undrawable.stream().map(LetterWriting::named).collect(Collectors.joining("、"))
              + "は、文書の書体にない字か、書いたとおりの形で印刷できない字です。ほかの字に置き換えてください。");
    }
  }

  private static String named(String character) {
    return character
        .codePoints()
        .mapToObj("U+%04X"::formatted)
        .collect(Collectors.joining(" ", "「" + character + "」（", "）"));
  }
}
