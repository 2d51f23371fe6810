package jp.ishikari.link.documents.print;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What every document is set in: BIZ UDGothic, and Noto Sans JP where only that has the character,
 * or has it in the shape that is asked for. What neither draws as it was written is told before
 * anything is made: it would be a box, or another person's name.
 */
public final class Typeface {
  /** The printers' own sign for a character that is not there. */
  private static final String NOTHING = "〓";

  private static final Typeface ONLY = new Typeface();

  private final List<PrintedFont> fonts =
      List.of(
          new PrintedFont("BIZ UDGothic", "BIZUDGothic-Regular.ttf"),
          new PrintedFont("Noto Sans JP", "NotoSansJP-Regular.ttf"));

  private Typeface() {}

  /** A piece of a text that one font draws; without selectors, as it is drawn as they ask. */
  record Run(PrintedFont font, String text) {}

  /** A character as it is written, with the selector behind it. */
  private record Written(int character, int selectorOrZero) {
    String text() {
      String text = Character.toString(character);
      return selectorOrZero == 0 ? text : text + Character.toString(selectorOrZero);
    }
  }

  /** Read once: it is large. */
  public static Typeface only() {
    return ONLY;
  }

  List<PrintedFont> fonts() {
    return fonts;
  }

  /** What of a text no font draws as it was written, each once. */
  public List<String> undrawable(String text) {
    Set<String> found = new LinkedHashSet<>();
    for (Written one : written(text)) {
      if (fontOf(one).isEmpty()) {
        found.add(one.text());
      }
    }
    return new ArrayList<>(found);
  }

  /** The text as it can be drawn at all: in the shape that there is, or 〓 where there is none. */
  String legible(String text) {
    StringBuilder legible = new StringBuilder();
    for (Written one : written(text)) {
      if (fontOf(one).isPresent()) {
        legible.append(one.text());
      } else if (fontOf(new Written(one.character(), 0)).isPresent()) {
        legible.appendCodePoint(one.character());
      } else if (!VariationSequences.selects(one.character())) {
        legible.append(NOTHING);
      }
    }
    return legible.toString();
  }

  /** A text by the fonts that draw it; what none draws is left to the first. */
  List<Run> runs(String text) {
    List<Run> runs = new ArrayList<>();
    PrintedFont font = fonts.getFirst();
    StringBuilder run = new StringBuilder();
    for (Written one : written(text)) {
      PrintedFont own = fontOf(one).orElse(fonts.getFirst());
      if (own != font && !run.isEmpty()) {
        runs.add(new Run(font, run.toString()));
        run.setLength(0);
      }
      font = own;
      run.appendCodePoint(one.character());
    }
    runs.add(new Run(font, run.toString()));
    return runs;
  }

  private Optional<PrintedFont> fontOf(Written one) {
    if (isSpace(one.character())) {
      return Optional.of(fonts.getFirst());
    }
    if (VariationSequences.selects(one.character())) {
      return Optional.empty();
    }
    return fonts.stream()
        .filter(
            font ->
                one.selectorOrZero() == 0
                    ? font.draws(one.character())
                    : font.draws(one.character(), one.selectorOrZero()))
        .findFirst();
  }

  private static List<Written> written(String text) {
    List<Written> written = new ArrayList<>();
    int[] points = text.codePoints().toArray();
    for (int i = 0; i < points.length; i++) {
      boolean selected = i + 1 < points.length && VariationSequences.selects(points[i + 1]);
      boolean alone = VariationSequences.selects(points[i]);
      written.add(new Written(points[i], selected && !alone ? points[i + 1] : 0));
      if (selected && !alone) {
        i++;
      }
    }
    return written;
  }

  private static boolean isSpace(int point) {
    return point == '\n' || point == '\r' || point == '\t';
  }
}
