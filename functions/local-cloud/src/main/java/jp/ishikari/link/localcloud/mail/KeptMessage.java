package jp.ishikari.link.localcloud.mail;

import java.time.Instant;
import java.util.List;

/**
 * One mail or text message as it was handed over.
 *
 * @param id the id that the sender was answered
 * @param to the addresses, or one phone number
 * @param subject empty for a text message
 * @param text the plain part; for a raw mail its source
 * @param html the HTML part, or empty
 * @param headers own header fields, in order
 * @param tags message tags, in order
 */
public record KeptMessage(
    String id,
    Kind kind,
    Instant at,
    String from,
    List<String> to,
    List<String> cc,
    List<String> bcc,
    List<String> replyTo,
    String subject,
    String text,
    String html,
    List<Named> headers,
    List<Named> tags,
    String configurationSet) {

  /** How it would have reached the person. */
  public enum Kind {
    MAIL,
    SMS
  }

  /** A header field or tag. */
  public record Named(String name, String value) {}
}
