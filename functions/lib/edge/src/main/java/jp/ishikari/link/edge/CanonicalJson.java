package jp.ishikari.link.edge;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.erdtman.jcs.JsonCanonicalizer;

/** The one sequence of bytes that a JSON value is signed as (RFC 8785, JCS). */
public final class CanonicalJson {

  private CanonicalJson() {}

  /** The bytes of a map or list of ours. */
  public static byte[] of(Object value) {
    return bytes(Json.MAPPER.writeValueAsString(value));
  }

  /**
   * @param json an object or array we made ourselves: names once each, numbers within IEEE 754,
   *     text without lone surrogates. Text goes through code point for code point.
   * @throws IllegalArgumentException when it is none
   */
  static byte[] bytes(String json) {
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

  /** SHA-256 of what {@link #of} makes of it, hexadecimal. */
  public static String digest(Object value) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(of(value)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
