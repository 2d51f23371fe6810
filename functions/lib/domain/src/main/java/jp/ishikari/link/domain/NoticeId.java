package jp.ishikari.link.domain;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.ishikari.link.blueprint.Subject;

/**
 * Names one mail about one event of an application or of something that belongs to it; it travels
 * with the mail, so that what becomes of it can be told of the same notice.
 *
 * @param about what it happened to
 * @param sequence the version of that which the event made
 */
public record NoticeId(String applicationId, Subject about, int sequence) {
  private static final Pattern TEXT =
      Pattern.compile("([A-Za-z0-9_-]{1,64})#(?:([a-z]{1,32})-)?([0-9]{1,9})#mail");

  /** Of an event of the application itself. */
  public NoticeId(String applicationId, int sequence) {
    this(applicationId, Subject.APPLICATION, sequence);
  }

  /** What {@link #text} made; empty for ids of other mail. */
  public static Optional<NoticeId> read(String text) {
    return Optional.of(TEXT.matcher(text))
        .filter(found -> found.matches())
        .flatMap(
            found ->
                about(found.group(2))
                    .map(
                        about ->
                            new NoticeId(found.group(1), about, Integer.parseInt(found.group(3)))));
  }

  private static Optional<Subject> about(String collection) {
    return collection == null
        ? Optional.of(Subject.APPLICATION)
        : Arrays.stream(Subject.values())
            .filter(one -> one.collection().equals(collection))
            .findFirst();
  }

  /** An application's own events carry a number alone. */
  public String text() {
    String whose = about == Subject.APPLICATION ? "" : about.collection() + "-";
    return applicationId + "#" + whose + sequence + "#mail";
  }
}
