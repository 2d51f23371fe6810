package jp.ishikari.link.infracdk;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.ishikari.link.blueprint.Api;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Route;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.apigateway.AccessLogFormat;
import software.amazon.awscdk.services.apigateway.ApiDefinition;
import software.amazon.awscdk.services.apigateway.CfnRestApi;
import software.amazon.awscdk.services.apigateway.EndpointType;
import software.amazon.awscdk.services.apigateway.LogGroupLogDestination;
import software.amazon.awscdk.services.apigateway.MethodLoggingLevel;
import software.amazon.awscdk.services.apigateway.SpecRestApi;
import software.amazon.awscdk.services.apigateway.StageOptions;
import software.amazon.awscdk.services.lambda.CfnPermission;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/** One API of one region: routes from the blueprint, firewall, name, and what it may call. */
final class ApiStack extends Stack {
  static final String STAGE = "city";

  /** One line per request: which route and how it went, never who, from where or about what. */
  static final Map<String, String> ACCESS_LOG =
      ImmutableMap.of(
          "requestId", "$context.requestId",
          "time", "$context.requestTime",
          "method", "$context.httpMethod",
          "route", "$context.resourcePath",
          "status", "$context.status",
          "bytes", "$context.responseLength",
          "milliseconds", "$context.responseLatency",
          "function", "$context.integration.requestId",
          "firewall", "$context.wafResponseCode",
          "trace", "$context.xrayTraceId");

  private static final int BURST_SECONDS = 2;
  private static final int PARTNER_REQUESTS_PER_SECOND = 20;
  private static final int SERVER_ERRORS = 5;

  private final Place place;
  private final Api api;

  ApiStack(Construct scope, Place place, Api api) {
    super(
        scope,
        Stacks.id(place.region(), "api-" + Names.kebab(api)),
        Stacks.props(place, "api-" + Names.kebab(api)));
    this.place = place;
    this.api = api;
    OpenApiBody body = new OpenApiBody(place, api);
    if (api == Api.STAFF) {
      new StaffFiles(this, place).addTo(body);
    }
    SpecRestApi made = gateway(body);
    keepErrorsOneYear(made);
    letItCall(made);
    new ApiFirewall(this, place, api, made.getDeploymentStage().getStageArn());
    new ApiHost(this, place, api, made);
    OperatorAlarm.on(
        this,
        "ErrorsAlarm",
        place,
        Names.CITY + "-api-" + Names.kebab(api) + "-errors",
        Runbook.API_ERRORS,
        made.metricServerError(OperatorAlarm.minutely("Sum")),
        SERVER_ERRORS,
        3);
  }

  /** How often each route may be called, by all callers together. */
  static int requestsPerSecond(Api api) {
    return switch (api) {
      case RESIDENT -> 200;
      case STAFF -> 50;
      case PARTNER -> PARTNER_REQUESTS_PER_SECOND;
    };
  }

  private SpecRestApi gateway(OpenApiBody body) {
    LogGroup log =
        LogGroup.Builder.create(this, "AccessLog")
            .logGroupName("/aws/apigateway/" + Names.CITY + "-" + Names.kebab(api))
            .retention(RetentionDays.ONE_YEAR)
            .removalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE)
            .build();
    SpecRestApi made =
        SpecRestApi.Builder.create(this, "Api")
            .restApiName(Names.CITY + "-" + Names.kebab(api))
            .apiDefinition(ApiDefinition.fromInline(body.document()))
            .endpointTypes(List.of(EndpointType.REGIONAL))
            .disableExecuteApiEndpoint(true)
            .cloudWatchRole(false)
            .deployOptions(
                StageOptions.builder()
                    .stageName(STAGE)
                    .tracingEnabled(true)
                    .metricsEnabled(true)
                    .loggingLevel(MethodLoggingLevel.ERROR)
                    // Would log whole requests.
                    .dataTraceEnabled(false)
                    // Of each method: a flood of one does not close the others.
                    .throttlingRateLimit(requestsPerSecond(api))
                    .throttlingBurstLimit(BURST_SECONDS * requestsPerSecond(api))
                    .accessLogDestination(new LogGroupLogDestination(log))
                    .accessLogFormat(AccessLogFormat.custom(accessLogLine()))
                    .build())
            .build();
    ((CfnRestApi) made.getNode().getDefaultChild()).setMode("overwrite");
    return made;
  }

  /** Made by us, because the gateway would make it without an end to its keeping. */
  private void keepErrorsOneYear(SpecRestApi made) {
    LogGroup log =
        LogGroup.Builder.create(this, "ErrorLog")
            .logGroupName("API-Gateway-Execution-Logs_" + made.getRestApiId() + "/" + STAGE)
            .retention(RetentionDays.ONE_YEAR)
            .removalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE)
            .build();
    // A stage that is there first is faster with its first line.
    made.getDeploymentStage().getNode().addDependency(log);
  }

  private static String accessLogLine() {
    StringBuilder line = new StringBuilder("{");
    new TreeMap<>(ACCESS_LOG)
        .forEach(
            (key, value) ->
                line.append(line.length() == 1 ? "" : ",")
                    .append('"')
                    .append(key)
                    .append("\":\"")
                    .append(value)
                    .append('"'));
    return line.append('}').toString();
  }

  /** Each route may call its function's live alias, and nothing else may. */
  private void letItCall(SpecRestApi made) {
    for (Route route : Route.values()) {
      if (route.api() == api) {
        permit(
            Names.pascal(route),
            route.entry(),
            STAGE + "/" + route.method() + route.path().replaceAll("\\{[^}]+}", "*"),
            made);
      }
    }
    OpenApiBody.authorizer(api)
        .ifPresent(entry -> permit("Authorizer", entry, "authorizers/*", made));
  }

  private void permit(String id, Entry entry, String source, SpecRestApi made) {
    CfnPermission.Builder.create(this, id + "Call")
        .action("lambda:InvokeFunction")
        .functionName(place.liveArn(entry))
        .principal("apigateway.amazonaws.com")
        .sourceArn(place.arn("execute-api", made.getRestApiId() + "/" + source))
        .build();
  }
}
