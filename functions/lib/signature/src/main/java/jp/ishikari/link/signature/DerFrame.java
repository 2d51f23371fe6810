package jp.ishikari.link.signature;

import java.util.Optional;

/**
 * The outer shape of DER (X.690 §10), looked at before any library parses it: definite, shortest
 * lengths, everything filled exactly, little nesting. A parser that recurses is so never handed a
 * tower of brackets, and one message has one encoding. The order of sets is left to the reader.
 */
final class DerFrame {
  /** The card's certificate needs 9 levels, its CMS 12. */
  private static final int DEEPEST = 24;

  private static final int UNIVERSAL = 0xC0;
  private static final int CONSTRUCTED = 0x20;
  private static final int NUMBER = 0x1F;
  private static final int SEQUENCE = 16;
  private static final int SET = 17;

  private final byte[] der;
  private int at;

  private DerFrame(byte[] der) {
    this.der = der;
  }

  /** What is wrong, if anything. */
  static Optional<Reason> fault(byte[] der, int maximumBytes) {
    return der.length > maximumBytes ? Optional.of(Reason.TOO_LARGE) : new DerFrame(der).walk();
  }

  private Optional<Reason> walk() {
    int[] ends = new int[DEEPEST];
    int depth = 0;
    do {
      while (depth > 0 && at == ends[depth - 1]) {
        depth--;
      }
      if (depth == 0 && at > 0) {
        return Optional.of(Reason.TRAILING_BYTES);
      }
      int end = depth == 0 ? der.length : ends[depth - 1];
      if (end - at < 2 || !known(der[at])) {
        return Optional.of(Reason.MALFORMED);
      }
      boolean constructed = (der[at++] & CONSTRUCTED) != 0;
      int length = length(end);
      if (length < 0 || length > end - at || constructed && depth == DEEPEST) {
        return Optional.of(Reason.MALFORMED);
      }
      if (constructed) {
        ends[depth++] = at + length;
      } else {
        at += length;
      }
    } while (at < der.length);
    return Optional.empty();
  }

  /** One-byte tags only; of the universal ones, sets and sequences are constructed, no other is. */
  private static boolean known(byte tag) {
    int number = tag & NUMBER;
    boolean holder = number == SEQUENCE || number == SET;
    return number != NUMBER
        && ((tag & UNIVERSAL) != 0 || number != 0 && holder == ((tag & CONSTRUCTED) != 0));
  }

  /** Reads a length in its shortest form, or gives -1. */
  private int length(int end) {
    int first = der[at++] & 0xFF;
    if (first < 0x80) {
      return first;
    }
    int octets = first & 0x7F;
    if (octets == 0 || octets > 3 || octets > end - at) {
      return -1;
    }
    int length = 0;
    for (int i = 0; i < octets; i++) {
      length = length << 8 | der[at++] & 0xFF;
    }
    boolean shortest = length >= (octets == 1 ? 0x80 : 1 << 8 * (octets - 1));
    return shortest ? length : -1;
  }
}
