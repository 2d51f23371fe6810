package jp.ishikari.link.infracdk;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.ishikari.link.blueprint.Filling;
import jp.ishikari.link.blueprint.Topic;
import software.amazon.awscdk.services.events.CfnRule;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.sns.ITopic;
import software.amazon.awscdk.services.sns.StringConditions;
import software.amazon.awscdk.services.sns.SubscriptionFilter;
import software.amazon.awscdk.services.sns.subscriptions.SqsSubscription;
import software.amazon.awscdk.services.sqs.IQueue;

/** Connects a queue with what fills it. */
final class QueueFilling {
  /** A day, the longest that the bus tries; what it gives up is a dead letter too. */
  private static final int SECONDS_TRIED = 86_400;

  private static final int TRIES = 185;

  private final Place place;
  private final Function<Topic, ITopic> topics;

  QueueFilling(Place place, Function<Topic, ITopic> topics) {
    this.place = place;
    this.topics = topics;
  }

  void connect(ConsumerQueue queue, Filling filling) {
    switch (filling) {
      case Filling.CityEvents events -> subscribe(queue, events);
      case Filling.Verdicts verdicts -> {
        ScannedBucket.make(queue, place, verdicts.bucket());
        follow(queue, verdicts);
      }
      case Filling.NewObjects objects -> follow(queue, objects);
      case Filling.MailFeedback feedback -> follow(queue, feedback);
      // Whoever is granted it sends by itself.
      case Filling.Jobs jobs -> {}
    }
  }

  private void subscribe(ConsumerQueue queue, Filling.CityEvents events) {
    Map<String, SubscriptionFilter> filter =
        events.filter().entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    wanted ->
                        SubscriptionFilter.stringFilter(
                            StringConditions.builder().allowlist(wanted.getValue()).build())));
    topics
        .apply(events.topic())
        .addSubscription(
            SqsSubscription.Builder.create(queue.messages())
                .rawMessageDelivery(true)
                .filterPolicy(filter)
                .build());
  }

  /**
   * A rule of the account's bus. It is on where the region stands by too: what is told there waits
   * in the queue, whose consumer is off, and a promotion touches nothing that is kept.
   */
  private void follow(ConsumerQueue queue, Filling.Reports reports) {
    CfnRule rule =
        CfnRule.Builder.create(queue, "Reports")
            .eventPattern(reports.pattern(place::nameOf))
            .state("ENABLED")
            .targets(
                List.of(
                    CfnRule.TargetProperty.builder()
                        .id("queue")
                        .arn(queue.messages().getQueueArn())
                        .deadLetterConfig(
                            CfnRule.DeadLetterConfigProperty.builder()
                                .arn(queue.deadLetters().getQueueArn())
                                .build())
                        .retryPolicy(
                            CfnRule.RetryPolicyProperty.builder()
                                .maximumEventAgeInSeconds(SECONDS_TRIED)
                                .maximumRetryAttempts(TRIES)
                                .build())
                        .build()))
            .build();
    letIn(rule, queue.messages());
    letIn(rule, queue.deadLetters());
  }

  private static void letIn(CfnRule rule, IQueue queue) {
    queue.addToResourcePolicy(
        PolicyStatement.Builder.create()
            .sid("ItsRuleOfTheBus")
            .principals(List.of(new ServicePrincipal("events.amazonaws.com")))
            .actions(List.of("sqs:SendMessage"))
            .resources(List.of(queue.getQueueArn()))
            .conditions(
                ImmutableMap.of("ArnEquals", ImmutableMap.of("aws:SourceArn", rule.getAttrArn())))
            .build());
  }
}
