package jp.ishikari.link.domain;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names one mail about one event of an application; it travels with the mail, so that what becomes
 * of it can be told of the same notice.
 *
 * @param sequence the application's version that the event made
 */
public record NoticeId(String applicationId, int sequence) {
  private static final Pattern TEXT = Pattern.compile("([A-Za-z0-9_-]{1,64})#([0-9]{1,9})#mail");

  /** What {@link #text} made; empty for ids of other mail. */
  public static Optional<NoticeId> read(String text) {
    return Optional.of(TEXT.matcher(text))
        .filter(found -> found.matches())
        .map(found -> new NoticeId(found.group(1), Integer.parseInt(found.group(2))));
  }

  public String text() {
    return applicationId + "#" + sequence + "#mail";
  }
}
