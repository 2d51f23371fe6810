package jp.ishikari.link.signature;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The one hash that the card's signatures use. */
final class Sha256 {

  private Sha256() {}

  static byte[] of(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
