package jp.ishikari.link.signature;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Places inside encoded bytes. */
final class Bytes {
  private Bytes() {}

  static int indexOf(byte[] in, byte[] what) {
    return places(in, what).findFirst().orElseThrow();
  }

  static int lastIndexOf(byte[] in, byte[] what) {
    return places(in, what).max().orElseThrow();
  }

  private static IntStream places(byte[] in, byte[] what) {
    return IntStream.rangeClosed(0, in.length - what.length)
        .filter(at -> Arrays.equals(in, at, at + what.length, what, 0, what.length));
  }
}
