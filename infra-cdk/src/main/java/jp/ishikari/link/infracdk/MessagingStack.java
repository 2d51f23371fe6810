package jp.ishikari.link.infracdk;

import java.util.EnumMap;
import java.util.Map;
import jp.ishikari.link.blueprint.Key;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Queue;
import jp.ishikari.link.blueprint.Topic;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.route53.PublicHostedZone;
import software.amazon.awscdk.services.route53.PublicHostedZoneAttributes;
import software.amazon.awscdk.services.ses.EmailIdentity;
import software.amazon.awscdk.services.ses.Identity;
import software.constructs.Construct;

/**
 * Topics, the queues that listen to them, and the mail identity. Regional: the event rows are the
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
      new ConsumerQueue(this, place, queue, topics.get(queue.topic()), atRest);
    }
    EmailIdentity.Builder.create(this, "Mail")
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
