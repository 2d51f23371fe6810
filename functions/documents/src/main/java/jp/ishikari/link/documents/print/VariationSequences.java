package jp.ishikari.link.documents.print;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * What a font says of characters with a variation selector (table {@code cmap}, format 14, of
 * OpenType), which PDFBox leaves out: for which of them the character's own glyph is the right one.
 */
final class VariationSequences {
  private static final int UNICODE = 0;
  private static final int VARIATIONS = 5;
  private static final int TABLES = 12;
  private static final int TABLE_BYTES = 16;
  private static final int ENCODING_BYTES = 8;
  private static final int RECORDS = 10;
  private static final int RECORD_BYTES = 11;
  private static final int RANGE_BYTES = 4;

  private final ByteBuffer font;

  /** Where the subtable begins; -1 where the font has none. */
  private final int start;

  private VariationSequences(ByteBuffer font, int start) {
    this.font = font;
    this.start = start;
  }

  static VariationSequences of(byte[] bytes) {
    ByteBuffer font = ByteBuffer.wrap(bytes);
    int cmap = table(bytes, font, "cmap");
    for (int i = 0; i < font.getShort(cmap + 2); i++) {
      int encoding = cmap + 4 + i * ENCODING_BYTES;
      if (font.getShort(encoding) == UNICODE && font.getShort(encoding + 2) == VARIATIONS) {
        return new VariationSequences(font, cmap + font.getInt(encoding + 4));
      }
    }
    return new VariationSequences(font, -1);
  }

  private static int table(byte[] bytes, ByteBuffer font, String name) {
    for (int i = 0; i < font.getShort(4); i++) {
      int record = TABLES + i * TABLE_BYTES;
      if (new String(bytes, record, 4, StandardCharsets.US_ASCII).equals(name)) {
        return font.getInt(record + 8);
      }
    }
    throw new IllegalArgumentException("the font has no table " + name);
  }

  /** Whether it is a variation selector. */
  static boolean selects(int point) {
    return (point >= 0xFE00 && point <= 0xFE0F) || (point >= 0xE0100 && point <= 0xE01EF);
  }

  /** Whether the font says that the character with this selector looks like the one without. */
  boolean drawnAsBase(int character, int selector) {
    for (int i = 0; start >= 0 && i < font.getInt(start + 6); i++) {
      int record = start + RECORDS + i * RECORD_BYTES;
      int defaults = font.getInt(record + 3);
      if (threeBytes(record) == selector && defaults != 0) {
        return inRanges(start + defaults, character);
      }
    }
    return false;
  }

  private boolean inRanges(int ranges, int character) {
    for (int i = 0; i < font.getInt(ranges); i++) {
      int range = ranges + RANGE_BYTES + i * RANGE_BYTES;
      int first = threeBytes(range);
      int more = Byte.toUnsignedInt(font.get(range + 3));
      if (character >= first && character <= first + more) {
        return true;
      }
    }
    return false;
  }

  private int threeBytes(int at) {
    return font.getInt(at) >>> Byte.SIZE;
  }
}
