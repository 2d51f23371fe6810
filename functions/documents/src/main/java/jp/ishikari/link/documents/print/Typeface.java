package jp.ishikari.link.documents.print;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The font of every document, BIZ UDGothic, and which characters it can draw. What it cannot is
 * told before anything is made: it would be a box, or another person's name.
 */
public final class Typeface {
  static final String FAMILY = "BIZ UDGothic";

  private static final String FILE = "/documents/BIZUDGothic-Regular.ttf";

  private static final Typeface ONLY = new Typeface();

  private final byte[] bytes;
  private final CmapLookup glyphs;
  private final VariationSequences sequences;

  private Typeface() {
    try (InputStream in = Typeface.class.getResourceAsStream(FILE)) {
      this.bytes = in.readAllBytes();
      TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(bytes));
      this.glyphs = font.getUnicodeCmapLookup();
      this.sequences = VariationSequences.of(bytes);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Read once: it is large. */
  public static Typeface only() {
    return ONLY;
  }

  byte[] bytes() {
    return bytes;
  }

  /**
   * What of a text cannot be drawn as it was written, each once: characters without a glyph, and
   * characters with a variation selector that asks for another shape than the font draws.
   */
  public List<String> undrawable(String text) {
    Set<String> found = new LinkedHashSet<>();
    int[] points = text.codePoints().toArray();
    for (int i = 0; i < points.length; i++) {
      boolean selected = i + 1 < points.length && VariationSequences.selects(points[i + 1]);
      if (VariationSequences.selects(points[i])
          || (!isSpace(points[i]) && glyphs.getGlyphId(points[i]) == 0)) {
        found.add(Character.toString(points[i]));
      } else if (selected && !sequences.drawnAsBase(points[i], points[i + 1])) {
        found.add(new String(points, i, 2));
      }
      if (selected) {
        i++;
      }
    }
    return new ArrayList<>(found);
  }

  /**
   * The text as it is drawn: without the selectors that ask for the very shape that is drawn
   * anyway.
   */
  static String drawn(String text) {
    return text.codePoints()
        .filter(point -> !VariationSequences.selects(point))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isSpace(int point) {
    return point == '\n' || point == '\r' || point == '\t';
  }
}
