package jp.ishikari.link.aws;

import java.util.Locale;
import jp.ishikari.link.blueprint.Topic;
import jp.ishikari.link.domain.Announcements;
import jp.ishikari.link.domain.ApplicationEvent;
import jp.ishikari.link.edge.Json;
import software.amazon.awssdk.services.sns.SnsClient;
import tools.jackson.databind.node.ObjectNode;

/** Events as CloudEvents 1.0 JSON on the topic; schema in events/cloudevents. */
public final class SnsAnnouncements implements Announcements {
  private static final String TYPE = "jp.ishikari.link.application.";

  private final SnsClient topics;
  private final String topicArn;

  public SnsAnnouncements(Cloud cloud) {
    this.topics = cloud.topics();
    this.topicArn = cloud.environment().nameOf(Topic.CITY_EVENTS);
  }

  @Override
  public void announce(ApplicationEvent event) {
    topics.publish(r -> r.topicArn(topicArn).message(cloudEvent(event)));
  }

  static String cloudEvent(ApplicationEvent event) {
    ObjectNode json =
        Json.MAPPER
            .createObjectNode()
            .put("specversion", "1.0")
            .put("id", event.applicationId() + "/" + event.version())
            .put("source", "/applications")
            .put("type", TYPE + event.step().event().toLowerCase(Locale.ROOT))
            .put("subject", event.applicationId())
            .put("time", event.at().toString())
            .put("datacontenttype", "application/json");
    json.putObject("data")
        .put("applicationId", event.applicationId())
        .put("version", event.version())
        .put("step", event.step().name())
        .put("procedureId", event.procedureId())
        .put("divisionId", event.divisionId());
    return Json.MAPPER.writeValueAsString(json);
  }
}
