package jp.ishikari.link.signature;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.erdtman.jcs.JsonCanonicalizer;

/** The one sequence of bytes that a JSON value is signed as (RFC 8785, JCS). */
public final class CanonicalJson {

  private CanonicalJson() {}

  /**
   * @param json an object or array we made ourselves: names once each, numbers within IEEE 754,
   *     text without lone surrogates. Text goes through code point for code point.
   * @throws IllegalArgumentException when it is none
   */
  public static byte[] bytes(String json) {
    try {
      String canonical = new JsonCanonicalizer(json).getEncodedString();
      // A strict encoder: half a surrogate pair must not be signed as a question mark.
      ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(canonical));
      byte[] bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
      return bytes;
    } catch (IOException e) {
      throw new IllegalArgumentException("not JSON that RFC 8785 can write", e);
    }
  }

  /** SHA-256, as the card's signature uses it. */
  public static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
