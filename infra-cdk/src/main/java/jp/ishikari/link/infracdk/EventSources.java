package jp.ishikari.link.infracdk;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jp.ishikari.link.blueprint.Key;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.blueprint.Trigger;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping;
import software.amazon.awscdk.services.scheduler.CfnSchedule;

/** What makes functions run besides requests. All of it is disabled where the region stands by. */
final class EventSources {
  private static final String PARTIAL_FAILURES = "ReportBatchItemFailures";

  /** Half of what the stream keeps: what is older is set aside for an operator. */
  private static final long STREAM_MAXIMUM_AGE = Duration.hours(12).toSeconds().longValue();

  private static final int STREAM_RETRIES = 20;
  private static final int MINUTES_BEHIND = 5;

  private final Place place;
  private final Function<Table, Optional<String>> streams;

  /** {@code streams} knows the streams of tables made in this region. */
  EventSources(Place place, Function<Table, Optional<String>> streams) {
    this.place = place;
    this.streams = streams;
  }

  void connect(EntryFunction function) {
    switch (function.entry().trigger()) {
      case Trigger.Stream stream -> connect(function, stream);
      case Trigger.Messages messages -> connect(function, messages);
      case Trigger.Schedule schedule -> connect(function, schedule);
      // The API's stack lets the gateway call these.
      case Trigger.Http http -> {}
      case Trigger.Authorizer authorizer -> {}
    }
  }

  private void connect(EntryFunction function, Trigger.Stream stream) {
    String failures = Names.failures(function.entry());
    IKey atRest =
        software.amazon.awscdk.services.kms.Key.fromKeyArn(
            function, "AtRest", place.arn(Key.AT_REST));
    var failed = ConsumerQueue.deadEnd(function, "Failures", failures, atRest);
    OperatorAlarm.on(
        function,
        "FailuresAlarm",
        place,
        failures,
        Runbook.STREAM_FAILURES,
        failed.metricApproximateNumberOfMessagesVisible(OperatorAlarm.minutely("Maximum")),
        1,
        1);
    OperatorAlarm.on(
        function,
        "BehindAlarm",
        place,
        Names.function(function.entry()) + "-behind",
        Runbook.STREAM_BEHIND,
        function.live().metric("IteratorAge", OperatorAlarm.minutely("Maximum")),
        Duration.minutes(MINUTES_BEHIND).toMilliseconds().doubleValue(),
        MINUTES_BEHIND);
    CfnEventSourceMapping.Builder.create(function, "Stream")
        .functionName(function.live().getFunctionArn())
        .eventSourceArn(
            streams
                .apply(stream.table())
                .orElseGet(() -> ReplicaStream.arn(function, place, stream.table())))
        .startingPosition("TRIM_HORIZON")
        .batchSize(stream.batchSize())
        .bisectBatchOnFunctionError(true)
        .functionResponseTypes(List.of(PARTIAL_FAILURES))
        .maximumRecordAgeInSeconds(STREAM_MAXIMUM_AGE)
        .maximumRetryAttempts(STREAM_RETRIES)
        .filterCriteria(
            CfnEventSourceMapping.FilterCriteriaProperty.builder()
                .filters(
                    List.of(
                        CfnEventSourceMapping.FilterProperty.builder()
                            .pattern("{\"eventName\":[\"INSERT\"]}")
                            .build()))
                .build())
        .destinationConfig(
            CfnEventSourceMapping.DestinationConfigProperty.builder()
                .onFailure(
                    CfnEventSourceMapping.OnFailureProperty.builder()
                        .destination(failed.getQueueArn())
                        .build())
                .build())
        .enabled(place.isActive())
        .build();
  }

  private void connect(EntryFunction function, Trigger.Messages messages) {
    CfnEventSourceMapping.Builder.create(function, "Messages")
        .functionName(function.live().getFunctionArn())
        .eventSourceArn(place.arn(messages.queue()))
        .batchSize(messages.batchSize())
        .functionResponseTypes(List.of(PARTIAL_FAILURES))
        .scalingConfig(
            CfnEventSourceMapping.ScalingConfigProperty.builder()
                .maximumConcurrency(Trigger.Messages.AT_ONCE)
                .build())
        .enabled(place.isActive())
        .build();
  }

  private void connect(EntryFunction function, Trigger.Schedule schedule) {
    Role caller =
        Role.Builder.create(function, "Caller")
            .assumedBy(new ServicePrincipal("scheduler.amazonaws.com"))
            .inlinePolicies(
                ImmutableMap.of(
                    "call",
                    PolicyDocument.Builder.create()
                        .statements(
                            List.of(
                                PolicyStatement.Builder.create()
                                    .actions(List.of("lambda:InvokeFunction"))
                                    .resources(List.of(place.liveArn(function.entry())))
                                    .build()))
                        .build()))
            .build();
    CfnSchedule.Builder.create(function, "Schedule")
        .name(Names.function(function.entry()))
        .scheduleExpression(rate(schedule.every()))
        .flexibleTimeWindow(CfnSchedule.FlexibleTimeWindowProperty.builder().mode("OFF").build())
        .state(place.isActive() ? "ENABLED" : "DISABLED")
        .target(
            CfnSchedule.TargetProperty.builder()
                .arn(function.live().getFunctionArn())
                .roleArn(caller.getRoleArn())
                // The next run does what this one missed.
                .retryPolicy(
                    CfnSchedule.RetryPolicyProperty.builder().maximumRetryAttempts(0).build())
                .build())
        .build();
  }

  /** A schedule expression; the scheduler knows whole minutes. */
  static String rate(java.time.Duration every) {
    long minutes = every.toMinutes();
    if (minutes < 1 || !every.equals(java.time.Duration.ofMinutes(minutes))) {
      throw new IllegalArgumentException("not whole minutes: " + every);
    }
    return minutes == 1 ? "rate(1 minute)" : "rate(" + minutes + " minutes)";
  }
}
