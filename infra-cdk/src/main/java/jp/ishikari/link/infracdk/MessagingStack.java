package jp.ishikari.link.infracdk;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import jp.ishikari.link.blueprint.Key;
import jp.ishikari.link.blueprint.Mailer;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Queue;
import jp.ishikari.link.blueprint.Topic;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.route53.PublicHostedZone;
import software.amazon.awscdk.services.route53.PublicHostedZoneAttributes;
import software.amazon.awscdk.services.ses.CfnConfigurationSet;
import software.amazon.awscdk.services.ses.CfnConfigurationSetEventDestination;
import software.amazon.awscdk.services.ses.ConfigurationSet;
import software.amazon.awscdk.services.ses.EmailIdentity;
import software.amazon.awscdk.services.ses.Identity;
import software.constructs.Construct;

/**
 * Topics, queues and what fills them, and the mail identity. Regional: the event rows are the
 * truth.
 */
final class MessagingStack extends Stack {
  MessagingStack(Construct scope, Place place) {
    super(scope, Stacks.id(place.region(), "messaging"), Stacks.props(place, "messaging"));
    IKey atRest =
        software.amazon.awscdk.services.kms.Key.fromKeyArn(this, "AtRest", place.arn(Key.AT_REST));
    Map<Topic, software.amazon.awscdk.services.sns.Topic> topics = new EnumMap<>(Topic.class);
    for (Topic topic : Topic.values()) {
      topics.put(
          topic,
          software.amazon.awscdk.services.sns.Topic.Builder.create(this, Names.pascal(topic))
              .topicName(Names.physical(topic))
              .masterKey(atRest)
              .enforceSsl(true)
              .build());
    }
    for (Queue queue : Queue.values()) {
      new QueueFilling(place, topics::get)
          .connect(new ConsumerQueue(this, place, queue, atRest), queue.filling());
    }
    mail(place);
  }

  /**
   * The city's address, and by which settings it is sent: the sender names none, so that they are
   * the identity's own. What did not arrive is told on the account's bus.
   */
  private void mail(Place place) {
    CfnConfigurationSet sending =
        CfnConfigurationSet.Builder.create(this, "Sending")
            .name(Names.physical(Mailer.CITY))
            .suppressionOptions(
                CfnConfigurationSet.SuppressionOptionsProperty.builder()
                    .suppressedReasons(List.of("BOUNCE", "COMPLAINT"))
                    .build())
            .build();
    CfnConfigurationSetEventDestination.Builder.create(this, "Feedback")
        .configurationSetName(sending.getRef())
        .eventDestination(
            CfnConfigurationSetEventDestination.EventDestinationProperty.builder()
                .name("feedback")
                .enabled(true)
                .matchingEventTypes(List.of("BOUNCE", "COMPLAINT"))
                .eventBridgeDestination(
                    CfnConfigurationSetEventDestination.EventBridgeDestinationProperty.builder()
                        .eventBusArn(place.arn("events", "event-bus/default"))
                        .build())
                .build())
        .build();
    EmailIdentity.Builder.create(this, "Mail")
        .configurationSet(ConfigurationSet.fromConfigurationSetName(this, "Sent", sending.getRef()))
        .identity(
            Identity.publicHostedZone(
                PublicHostedZone.fromPublicHostedZoneAttributes(
                    this,
                    "Zone",
                    PublicHostedZoneAttributes.builder()
                        .hostedZoneId(place.settings().zoneId())
                        .zoneName(place.settings().zoneName())
                        .build())))
        .build();
  }
}
