package jp.ishikari.link.blueprint;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** What puts messages into a {@link Queue}. Whatever it is, the consumer is written the same. */
public sealed interface Filling {

  /**
   * The city's own events, raw.
   *
   * @param topic the topic it is subscribed to
   * @param types what it takes; the topic keeps all others from it
   */
  record CityEvents(Topic topic, Set<EventType> types) implements Filling {

    /**
     * What the topic compares before it hands a message over: attribute and the values it may have.
     */
    public Map<String, List<String>> filter() {
      return Map.of(EventType.ATTRIBUTE, types.stream().map(Names::cloudEvent).toList());
    }
  }

  /**
   * What a service of the cloud tells on the account's event bus, as it tells it. Pages of the
   * services' own documentation say what stands in it.
   */
  sealed interface Reports extends Filling {

    /**
     * What the bus compares before it hands an event over: for each member the values it may have.
     *
     * @param nameOf the physical name of a resource where the bus is
     */
    Map<String, Object> pattern(Function<Resource, String> nameOf);
  }

  /** Every object that is put into a bucket, however it is put: by a function or by a browser. */
  record NewObjects(Bucket bucket) implements Reports {
    @Override
    public Map<String, Object> pattern(Function<Resource, String> nameOf) {
      return reported(
          "aws.s3",
          List.of("Object Created"),
          Map.of("bucket", Map.of("name", List.of(nameOf.apply(bucket)))));
    }
  }

  /** What the scan for malware found out about every object that is put into a bucket. */
  record Verdicts(Bucket bucket) implements Reports {
    @Override
    public Map<String, Object> pattern(Function<Resource, String> nameOf) {
      return reported(
          "aws.guardduty",
          List.of("GuardDuty Malware Protection Object Scan Result"),
          Map.of("s3ObjectDetails", Map.of("bucketName", List.of(nameOf.apply(bucket)))));
    }
  }

  /** Mail that did not arrive, and mail whose reader complained of it. */
  record MailFeedback(Mailer mailer) implements Reports {
    /** The tag in which the mail service names the set of settings that a mail was sent by. */
    public static final String TAG = "ses:configuration-set";

    @Override
    public Map<String, Object> pattern(Function<Resource, String> nameOf) {
      return reported(
          "aws.ses",
          List.of("Email Bounced", "Email Complaint Received"),
          Map.of("mail", Map.of("tags", Map.of(TAG, List.of(nameOf.apply(mailer))))));
    }
  }

  /**
   * Work that entries of the consumer's own capability put off ({@link Grant.Use#SEND}); nobody
   * else may.
   */
  record Jobs() implements Filling {}

  private static Map<String, Object> reported(
      String source, List<String> types, Map<String, Object> detail) {
    Map<String, Object> pattern = new TreeMap<>();
    pattern.put("source", List.of(source));
    pattern.put("detail-type", types);
    pattern.put("detail", detail);
    return pattern;
  }
}
