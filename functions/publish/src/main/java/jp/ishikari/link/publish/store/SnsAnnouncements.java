package jp.ishikari.link.publish.store;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.blueprint.EventType;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Topic;
import jp.ishikari.link.domain.CityEvent;
import jp.ishikari.link.edge.CloudEvents;
import jp.ishikari.link.edge.Log;
import jp.ishikari.link.edge.LogField;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;

/**
 * Events as CloudEvents on the topic, ten in one call, with their type beside them for the
 * subscriptions' filter.
 */
public final class SnsAnnouncements implements Announcements {
  private static final Log LOG = Log.of(SnsAnnouncements.class);

  /** What the topic takes in one call. */
  private static final int AT_ONCE = 10;

  private final SnsClient topics;
  private final String topicArn;

  public SnsAnnouncements(Cloud cloud) {
    this.topics = cloud.topics();
    this.topicArn = cloud.environment().nameOf(Topic.CITY_EVENTS);
  }

  @Override
  public Set<CityEvent> announce(List<CityEvent> events) {
    Set<CityEvent> refused = new LinkedHashSet<>();
    for (int from = 0; from < events.size(); from += AT_ONCE) {
      List<CityEvent> part = events.subList(from, Math.min(from + AT_ONCE, events.size()));
      try {
        for (BatchResultErrorEntry failed :
            topics
                .publishBatch(r -> r.topicArn(topicArn).publishBatchRequestEntries(entries(part)))
                .failed()) {
          CityEvent event = part.get(Integer.parseInt(failed.id()));
          LOG.warn(
              "event was refused by the topic",
              Log.fields(LogField.EVENT, LogField.REASON),
              event.id(),
              failed.code());
          refused.add(event);
        }
      } catch (SdkException unreachable) {
        LOG.error(
            "events were not taken by the topic",
            unreachable,
            Log.fields(LogField.COUNT),
            part.size());
        refused.addAll(part);
      }
    }
    return refused;
  }

  private static List<PublishBatchRequestEntry> entries(List<CityEvent> part) {
    List<PublishBatchRequestEntry> entries = new ArrayList<>();
    for (CityEvent event : part) {
      entries.add(
          PublishBatchRequestEntry.builder()
              .id(Integer.toString(entries.size()))
              .message(CloudEvents.write(event))
              .messageAttributes(
                  Map.of(
                      EventType.ATTRIBUTE,
                      MessageAttributeValue.builder()
                          .dataType("String")
                          .stringValue(Names.cloudEvent(event.type()))
                          .build()))
              .build());
    }
    return entries;
  }
}
