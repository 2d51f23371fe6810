package jp.ishikari.link.documents.print;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** A font that goes into documents, and which characters it draws as they are written. */
final class PrintedFont {
  private final String family;
  private final byte[] bytes;
  private final CmapLookup glyphs;
  private final VariationSequences sequences;

  /**
   * @param file beside this package's resources
   */
  PrintedFont(String family, String file) {
    this.family = family;
    try (InputStream in = PrintedFont.class.getResourceAsStream("/documents/" + file)) {
      this.bytes = in.readAllBytes();
      this.glyphs = new TTFParser().parse(new RandomAccessReadBuffer(bytes)).getUnicodeCmapLookup();
      this.sequences = VariationSequences.of(bytes);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  String family() {
    return family;
  }

  byte[] bytes() {
    return bytes;
  }

  boolean draws(int character) {
    return glyphs.getGlyphId(character) != 0;
  }

  /** Whether it draws the character, and in the shape that the selector behind it asks for. */
  boolean draws(int character, int selector) {
    return draws(character) && sequences.drawnAsBase(character, selector);
  }
}
