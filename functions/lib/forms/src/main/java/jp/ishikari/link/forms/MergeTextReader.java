package jp.ishikari.link.forms;

import static jp.ishikari.link.forms.MergeFinding.Code.AMBIGUOUS_FIELD;
import static jp.ishikari.link.forms.MergeFinding.Code.EMPTY_BRACES;
import static jp.ishikari.link.forms.MergeFinding.Code.NESTED_TOO_DEEP;
import static jp.ishikari.link.forms.MergeFinding.Code.NOT_BEGUN;
import static jp.ishikari.link.forms.MergeFinding.Code.NOT_ENDED;
import static jp.ishikari.link.forms.MergeFinding.Code.OPEN_BRACE;
import static jp.ishikari.link.forms.MergeFinding.Code.SECOND_OTHERWISE;
import static jp.ishikari.link.forms.MergeFinding.Code.STRAY_BRACE;
import static jp.ishikari.link.forms.MergeFinding.Code.TOO_LONG;
import static jp.ishikari.link.forms.MergeFinding.Code.TOO_MANY;
import static jp.ishikari.link.forms.MergeFinding.Code.UNKNOWN_FIELD;
import static jp.ishikari.link.forms.MergeFinding.Code.WIDE_BRACE;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Objects;

/** Reads a text with fields and conditions, once from its beginning to its end. */
final class MergeTextReader {
  private static final String IF = "もし";
  private static final String OTHERWISE = "でなければ";
  private static final String END = "おわり";

  /** Characters between two braces. */
  private static final int LONGEST_MARK = 300;

  private static final int MOST_FINDINGS = 20;

  /** A condition that is not ended yet, or the text itself. */
  private static final class Open {
    final int line;
    final String written;
    final Expression condition;
    final List<MergeText.Part> then = new ArrayList<>();
    final List<MergeText.Part> otherwise = new ArrayList<>();
    int otherwiseLine;

    Open(int line, String written, Expression condition) {
      this.line = line;
      this.written = written;
      this.condition = condition;
    }

    List<MergeText.Part> parts() {
      return otherwiseLine == 0 ? then : otherwise;
    }

    MergeText.Part closed() {
      return new MergeText.Part.Choice(
          line, written, condition, List.copyOf(then), otherwiseLine, List.copyOf(otherwise));
    }
  }

  private final MergeFields fields;
  private final MergeConditionReader conditions;
  private final List<MergeFinding> findings = new ArrayList<>();
  private final Deque<Open> open = new ArrayDeque<>();
  private final StringBuilder plain = new StringBuilder();
  private int marks;
  private int line = 1;

  MergeTextReader(MergeFields fields) {
    this.fields = fields;
    this.conditions = new MergeConditionReader(fields);
  }

  MergeText.Reading read(String text, int most) {
    if (TextRules.length(text) > most) {
      found(line, TOO_LONG, most);
      return new MergeText.Reading.Refused(List.copyOf(findings));
    }
    open.push(new Open(0, "", null));
    for (int at = 0; at < text.length() && marks <= MergeText.MARKS; ) {
      at = next(text, at);
    }
    flush();
    while (open.size() > 1) {
      Open left = open.pop();
      found(left.line, NOT_ENDED, left.written);
    }
    return findings.isEmpty()
        ? new MergeText.Reading.Valid(new MergeText(open.pop().then))
        : new MergeText.Reading.Refused(
            findings.stream().sorted(Comparator.comparingInt(MergeFinding::line)).toList());
  }

  /** Reads one character or one mark; where the next begins. */
  private int next(String text, int at) {
    char c = text.charAt(at);
    boolean twice = at + 1 < text.length() && text.charAt(at + 1) == c;
    if ((c == '{' || c == '}') && twice) {
      plain.append(c);
      return at + 2;
    }
    if (c != '{') {
      if (c == '}') {
        found(line, STRAY_BRACE);
      } else if (c == '｛') {
        wide(text, at);
      }
      plain.append(c);
      line += c == '\n' ? 1 : 0;
      return at + 1;
    }
    int end = text.indexOf('}', at);
    String inside = end < 0 ? "" : text.substring(at + 1, end);
    if (end < 0 || inside.indexOf('\n') >= 0 || inside.length() > LONGEST_MARK) {
      found(line, OPEN_BRACE);
      plain.append(c);
      return at + 1;
    }
    if (++marks > MergeText.MARKS) {
      found(line, TOO_MANY);
      return text.length();
    }
    return mark(text, at, end + 1, Folding.plain(inside));
  }

  /** Wide braces are letters, but for those around what would be put in: that was meant. */
  private void wide(String text, int at) {
    int end = at + 1;
    while (end < text.length() && "｝}\n".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    String inside = Folding.plain(text.substring(at + 1, end));
    boolean closed = end < text.length() && text.charAt(end) != '\n';
    if (closed && (isMark(inside) || !(fields.of(inside) instanceof MergeFields.Meaning.Unknown))) {
      found(line, WIDE_BRACE, inside);
    }
  }

  private static boolean isCondition(String inside) {
    return inside.equals(IF) || inside.startsWith(IF + " ") || inside.startsWith(IF + "、");
  }

  private static boolean isMark(String inside) {
    return isCondition(inside) || inside.equals(OTHERWISE) || inside.equals(END);
  }

  /** A mark; a line on which a mark of a condition stands alone is not there for the reader. */
  private int mark(String text, int from, int to, String inside) {
    boolean condition = isCondition(inside);
    if (inside.isEmpty()) {
      found(line, EMPTY_BRACES);
      return to;
    }
    if (!isMark(inside)) {
      field(inside);
      return to;
    }
    int next = to;
    if (alone(text, from, to)) {
      int begun = plain.lastIndexOf("\n") + 1;
      plain.setLength(begun);
      next = text.indexOf('\n', to) + 1;
      next = next == 0 ? text.length() : next;
    }
    flush();
    if (condition) {
      begin(inside.substring(IF.length()).replaceFirst("^[ 、]+", ""));
    } else if (open.size() == 1) {
      found(line, NOT_BEGUN, inside);
    } else if (inside.equals(END)) {
      MergeText.Part closed = open.pop().closed();
      open.peek().parts().add(closed);
    } else if (open.peek().otherwiseLine > 0) {
      found(line, SECOND_OTHERWISE);
    } else {
      open.peek().otherwiseLine = line;
    }
    line += next > to && text.charAt(next - 1) == '\n' ? 1 : 0;
    return next;
  }

  private static boolean alone(String text, int from, int to) {
    int begun = text.lastIndexOf('\n', from - 1) + 1;
    int ended = text.indexOf('\n', to);
    return text.substring(begun, from).isBlank()
        && text.substring(to, ended < 0 ? text.length() : ended).isBlank();
  }

  private void begin(String written) {
    if (open.size() > MergeText.DEPTH) {
      found(line, NESTED_TOO_DEEP);
    }
    Expression condition = conditions.read(written, (code, about) -> found(line, code, about));
    open.push(new Open(line, written, condition));
  }

  private void field(String name) {
    switch (fields.of(name)) {
      case MergeFields.Meaning.Word(String word) -> add(new MergeText.Part.Word(word));
      case MergeFields.Meaning.Answer(Field field, String part) ->
          add(new MergeText.Part.Answer(line, field, part));
      case MergeFields.Meaning.Unknown() -> found(line, UNKNOWN_FIELD, name);
      case MergeFields.Meaning.Ambiguous() -> found(line, AMBIGUOUS_FIELD, name);
    }
  }

  private void add(MergeText.Part part) {
    flush();
    Objects.requireNonNull(open.peek()).parts().add(part);
  }

  private void flush() {
    if (!plain.isEmpty()) {
      Objects.requireNonNull(open.peek()).parts().add(new MergeText.Part.Plain(plain.toString()));
      plain.setLength(0);
    }
  }

  private void found(int at, MergeFinding.Code code, Object... about) {
    if (findings.size() < MOST_FINDINGS) {
      findings.add(MergeFinding.of(at, code, about));
    }
  }
}
