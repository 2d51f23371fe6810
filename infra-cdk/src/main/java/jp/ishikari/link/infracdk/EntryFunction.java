package jp.ishikari.link.infracdk;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Gauge;
import jp.ishikari.link.blueprint.Grant;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Setting;
import jp.ishikari.link.blueprint.Signal;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.codedeploy.ILambdaApplication;
import software.amazon.awscdk.services.codedeploy.LambdaDeploymentConfig;
import software.amazon.awscdk.services.codedeploy.LambdaDeploymentGroup;
import software.amazon.awscdk.services.iam.IRole;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.LoggingFormat;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.SnapStartConf;
import software.amazon.awscdk.services.lambda.Tracing;
import software.amazon.awscdk.services.lambda.VersionOptions;
import software.amazon.awscdk.services.logs.FilterPattern;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.MetricFilter;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/**
 * One entry as a function: its own role and log, a snapshot per published version, and an alias
 * that moves to a new version a tenth first and goes back by itself when errors are seen.
 */
final class EntryFunction extends Construct {
  private final Entry entry;
  private final Alias live;

  EntryFunction(
      Construct scope,
      Place place,
      Entry entry,
      Code code,
      ILambdaApplication releases,
      IRole releaser) {
    super(scope, Names.pascal(entry));
    this.entry = entry;
    LogGroup log =
        LogGroup.Builder.create(this, "Log")
            .logGroupName(EntryRole.logGroup(entry))
            .retention(RetentionDays.ONE_YEAR)
            .removalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE)
            .build();
    Function function =
        Function.Builder.create(this, "Function")
            .functionName(Names.function(entry))
            .description(entry.capability().purpose())
            .runtime(Runtime.JAVA_25)
            .architecture(Architecture.ARM_64)
            .handler(Names.handlerClass(entry))
            .code(code)
            .memorySize(FunctionShape.MEMORY)
            .timeout(Duration.seconds(FunctionShape.seconds(entry.trigger())))
            .reservedConcurrentExecutions(FunctionShape.runsAtOnce(entry.trigger()))
            .environment(environment(place))
            .role(EntryRole.make(this, place, entry).withoutPolicyUpdates())
            .logGroup(log)
            .loggingFormat(LoggingFormat.JSON)
            .tracing(Tracing.ACTIVE)
            .snapStart(SnapStartConf.ON_PUBLISHED_VERSIONS)
            // Goes once traffic has moved on and the deployment has succeeded: kept for ever,
            // versions would fill the account's room for code.
            .currentVersionOptions(
                VersionOptions.builder().removalPolicy(RemovalPolicy.DESTROY).build())
            .build();
    live =
        Alias.Builder.create(this, "Live")
            .aliasName(Place.LIVE)
            .version(function.getCurrentVersion())
            .build();
    Alarm errors =
        OperatorAlarm.on(
            this,
            "ErrorsAlarm",
            place,
            Names.function(entry) + "-errors",
            Runbook.FUNCTION_ERRORS,
            live.metricErrors(OperatorAlarm.minutely("Sum")),
            1,
            1);
    for (Signal signal : Signal.values()) {
      if (signal.entry() == entry) {
        call(signal, log, place);
      }
    }
    for (Gauge gauge : Gauge.values()) {
      if (gauge.entry() == entry) {
        watch(gauge, log, place);
      }
    }
    LambdaDeploymentGroup.Builder.create(this, "Release")
        .application(releases)
        .role(releaser)
        .alias(live)
        .deploymentConfig(
            !place.isActive() || place.settings().releasesAtOnce()
                ? LambdaDeploymentConfig.ALL_AT_ONCE
                : LambdaDeploymentConfig.CANARY_10_PERCENT_5_MINUTES)
        .alarms(List.of(errors))
        .build();
  }

  /** The log line becomes a metric, and the metric an alarm that no number of calls delays. */
  private void call(Signal signal, LogGroup log, Place place) {
    MetricFilter filter =
        MetricFilter.Builder.create(this, Names.pascal(signal))
            .logGroup(log)
            .filterPattern(FilterPattern.stringValue("$.message", "=", signal.message()))
            .metricNamespace(Names.CITY)
            .metricName(signal.message())
            .metricValue("1")
            .build();
    OperatorAlarm.on(
        this,
        Names.pascal(signal) + "Alarm",
        place,
        Names.CITY + "-" + signal.message(),
        Runbook.of(signal),
        filter.metric(OperatorAlarm.minutely("Sum")),
        1,
        1);
  }

  /**
   * The number in the log line becomes a metric, and the metric an alarm when it stays too high.
   */
  private void watch(Gauge gauge, LogGroup log, Place place) {
    MetricFilter filter =
        MetricFilter.Builder.create(this, Names.pascal(gauge))
            .logGroup(log)
            .filterPattern(FilterPattern.stringValue("$.message", "=", gauge.message()))
            .metricNamespace(Names.CITY)
            .metricName(gauge.message())
            .metricValue("$." + gauge.field())
            .build();
    OperatorAlarm.on(
        this,
        Names.pascal(gauge) + "Alarm",
        place,
        Names.CITY + "-" + gauge.message(),
        Runbook.of(gauge),
        filter.metric(OperatorAlarm.minutely("Maximum")),
        gauge.tooHigh(),
        Gauge.MINUTES);
  }

  Entry entry() {
    return entry;
  }

  /** What every trigger calls. */
  Alias live() {
    return live;
  }

  private Map<String, String> environment(Place place) {
    Map<String, String> variables = new TreeMap<>();
    for (Grant grant : entry.grants()) {
      variables.put(Names.environmentVariable(grant.resource()), place.nameOf(grant.resource()));
    }
    for (Setting setting : Setting.values()) {
      if (setting.isReadBy(entry.capability())) {
        variables.put(setting.name(), place.settings().valueOf(setting, place.region()));
      }
    }
    variables.put("POWERTOOLS_SERVICE_NAME", Names.function(entry));
    variables.put("POWERTOOLS_METRICS_NAMESPACE", Names.CITY);
    return variables;
  }
}
