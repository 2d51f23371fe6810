package jp.ishikari.link.publish.store;

import jp.ishikari.link.aws.Cloud;

import java.util.Map;
import jp.ishikari.link.blueprint.EventType;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Topic;
import jp.ishikari.link.domain.CityEvent;
import jp.ishikari.link.edge.CloudEvents;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/**
 * Events as CloudEvents on the topic, with their type beside them for the subscriptions' filter.
 */
public final class SnsAnnouncements implements Announcements {
  private final SnsClient topics;
  private final String topicArn;

  public SnsAnnouncements(Cloud cloud) {
    this.topics = cloud.topics();
    this.topicArn = cloud.environment().nameOf(Topic.CITY_EVENTS);
  }

  @Override
  public void announce(CityEvent event) {
    topics.publish(
        r ->
            r.topicArn(topicArn)
                .message(CloudEvents.write(event))
                .messageAttributes(
                    Map.of(
                        EventType.ATTRIBUTE,
                        MessageAttributeValue.builder()
                            .dataType("String")
                            .stringValue(Names.cloudEvent(event.type()))
                            .build())));
  }
}
