package jp.ishikari.link.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * What residents looked for and no procedure answered to. Nobody's: neither who nor when in the
 * month is kept.
 *
 * @param word folded for search
 * @param times by how many senders in the month, each counted once a day
 */
public record UnfoundWord(String word, int times) {
  /**
   * How often a word must have been tried before staff see it: a name typed in by mistake is not.
   */
  public static final int TOLD_FROM = 3;

  public static final int MAX_LENGTH = 40;

  /** What looks like a number of somebody or an address. */
  private static final Pattern PERSONAL = Pattern.compile("\\d{4}|@");

  /** Whether it may be counted: short, and neither a number nor an address of somebody. */
  public static boolean countable(String word) {
    int length = word.codePointCount(0, word.length());
    return length >= 2 && length <= MAX_LENGTH && !PERSONAL.matcher(word).find();
  }

  /** What stands for the word in keys. */
  public static String idOf(String word) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(word.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
