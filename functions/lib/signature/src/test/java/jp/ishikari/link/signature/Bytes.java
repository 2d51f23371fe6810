package jp.ishikari.link.signature;

import java.util.Arrays;

/** Places inside encoded bytes. */
final class Bytes {
  private Bytes() {}

  static int indexOf(byte[] in, byte[] what) {
    for (int at = 0; at <= in.length - what.length; at++) {
      if (Arrays.equals(in, at, at + what.length, what, 0, what.length)) {
        return at;
      }
    }
    throw new AssertionError("not there");
  }
}
