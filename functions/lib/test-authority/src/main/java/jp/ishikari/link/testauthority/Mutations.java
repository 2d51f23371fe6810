package jp.ishikari.link.testauthority;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Damages bytes the way accidents and attackers do. The result always differs from the original.
 */
public final class Mutations {

  private Mutations() {}

  /** One to three wounds. */
  public static byte[] of(byte[] original, RandomGenerator random) {
    byte[] mutant = original;
    do {
      for (int wounds = random.nextInt(1, 4); wounds > 0; wounds--) {
        mutant = wound(mutant, random);
      }
    } while (Arrays.equals(mutant, original));
    return mutant;
  }

  private static byte[] wound(byte[] bytes, RandomGenerator random) {
    if (bytes.length < 2) {
      return new byte[] {(byte) random.nextInt()};
    }
    int at = random.nextInt(bytes.length);
    int length = random.nextInt(1, Math.min(16, bytes.length - at) + 1);
    byte[] copy = bytes.clone();
    switch (random.nextInt(7)) {
      case 0 -> copy[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> copy[at] = (byte) random.nextInt();
      case 2 -> copy[at] += (byte) (random.nextBoolean() ? 1 : -1);
      case 3 -> copy = Arrays.copyOf(copy, at + 1);
      case 4 ->
          System.arraycopy(bytes, random.nextInt(bytes.length - length + 1), copy, at, length);
      case 5 -> {
        // A piece is gone.
        copy = Arrays.copyOf(bytes, bytes.length - length);
        System.arraycopy(bytes, at + length, copy, at, bytes.length - at - length);
      }
      default -> {
        // A piece is there twice.
        copy = Arrays.copyOf(bytes, bytes.length + length);
        System.arraycopy(bytes, at, copy, at + length, bytes.length - at);
      }
    }
    return copy;
  }
}
