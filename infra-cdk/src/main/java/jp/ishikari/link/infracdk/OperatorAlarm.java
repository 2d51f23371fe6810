package jp.ishikari.link.infracdk;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.sns.ITopic;
import software.amazon.awscdk.services.sns.Topic;
import software.constructs.Construct;

/** An alarm that reaches the operators and says which page to open. */
final class OperatorAlarm {
  private OperatorAlarm() {}

  /** Rings when the metric is at or above the threshold in each of {@code periods} periods. */
  static Alarm on(
      Construct scope,
      String id,
      Place place,
      String name,
      Runbook runbook,
      IMetric metric,
      double threshold,
      int periods) {
    Alarm alarm =
        Alarm.Builder.create(scope, id)
            .alarmName(name)
            .alarmDescription("手順書: " + runbook.path())
            .metric(metric)
            .threshold(threshold)
            .evaluationPeriods(periods)
            .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
            .treatMissingData(TreatMissingData.NOT_BREACHING)
            .build();
    alarm.addAlarmAction(new SnsAction(topic(scope, id, place)));
    return alarm;
  }

  private static ITopic topic(Construct scope, String id, Place place) {
    return Topic.fromTopicArn(scope, id + "Operators", place.alarmsArn());
  }

  /** Every minute; {@code statistic} as the cloud calls it: Sum, Maximum … */
  static MetricOptions minutely(String statistic) {
    return MetricOptions.builder().period(Duration.minutes(1)).statistic(statistic).build();
  }
}
