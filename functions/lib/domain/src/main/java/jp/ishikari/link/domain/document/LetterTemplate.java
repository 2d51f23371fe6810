package jp.ishikari.link.domain.document;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import jp.ishikari.link.domain.CaseWords;
import jp.ishikari.link.forms.FormDefinition;
import jp.ishikari.link.forms.MergeFinding;
import jp.ishikari.link.forms.MergeText;

/**
 * How a letter of a procedure is begun (ひな形): texts with fields and conditions ({@link MergeText}),
 * of a version of the procedure like its form. While it is a draft, any text may be missing.
 *
 * @param name by which clerks choose it, one of a kind in its procedure
 */
public record LetterTemplate(
    String name, DocumentKind kind, String title, String sender, String addressee, String body) {
  /** How many a procedure has at most. */
  public static final int MOST = 20;

  /** Code points of a name. */
  public static final int MOST_OF_NAME = 50;

  /** What is written in one of its texts; null while nothing is. */
  public String text(LetterText which) {
    return switch (which) {
      case TITLE -> title;
      case SENDER -> sender;
      case ADDRESSEE -> addressee;
      case BODY -> body;
    };
  }

  /** What there is to say of one of its texts, which is there. */
  public List<MergeFinding> findings(LetterText which, FormDefinition formOrNull) {
    return MergeText.check(text(which), formOrNull, CaseWords.NAMES, which.most());
  }

  /**
   * The same with the facts of a case put in. A brace that somebody answered stands twice, so that
   * what is read again as such a text stays what it is; a text that cannot be read stays as it is
   * written.
   *
   * @param fileName what a file is called, by its id
   */
  public LetterTemplate filled(
      FormDefinition formOrNull,
      CaseWords words,
      Map<String, Object> answers,
      UnaryOperator<String> fileName) {
    UnaryOperator<String> fill =
        text ->
            switch (MergeText.read(
                text, formOrNull, Set.copyOf(words.words().keySet()), Integer.MAX_VALUE)) {
              case MergeText.Reading.Valid(MergeText valid) ->
                  MergeText.literally(valid.fill(words.words(), answers, fileName));
              case MergeText.Reading.Refused refused -> text;
            };
    return new LetterTemplate(
        name, kind, fill.apply(title), fill.apply(sender), fill.apply(addressee), fill.apply(body));
  }
}
