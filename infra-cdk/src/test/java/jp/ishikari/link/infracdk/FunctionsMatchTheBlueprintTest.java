package jp.ishikari.link.infracdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Setting;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.blueprint.Trigger;
import jp.ishikari.link.infracdk.SynthesisedCity.Found;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Functions, their environment and what makes them run are the declared ones. */
class FunctionsMatchTheBlueprintTest {
  private final SynthesisedCity city = SynthesisedCity.shared();

  @ParameterizedTest
  @EnumSource
  void each_region_has_exactly_the_declared_functions(CityRegion region) {
    assertEquals(
        new TreeMap<>(
            Arrays.stream(Entry.values())
                .collect(Collectors.toMap(Names::function, Names::handlerClass))),
        city.functions(region).stream()
            .collect(
                Collectors.toMap(
                    found -> found.properties().path("FunctionName").asText(),
                    found -> found.properties().path("Handler").asText(),
                    (one, two) -> one + " and " + two,
                    TreeMap::new)));
  }

  @ParameterizedTest
  @EnumSource
  void every_function_runs_java_25_on_arm_and_is_traced(CityRegion region) {
    for (Found function : city.functions(region)) {
      JsonNode made = function.properties();
      assertEquals("java25", made.path("Runtime").asText());
      assertEquals("arm64", made.at("/Architectures/0").asText());
      assertEquals("Active", made.at("/TracingConfig/Mode").asText());
      assertEquals("PublishedVersions", made.at("/SnapStart/ApplyOn").asText());
    }
  }

  @ParameterizedTest
  @EnumSource
  void every_function_has_runs_at_once_of_its_own_and_the_account_keeps_some(CityRegion region) {
    int reserved = 0;
    for (Found function : city.functions(region)) {
      int own = function.properties().path("ReservedConcurrentExecutions").asInt();
      assertTrue(own > 0, function.logicalId());
      reserved += own;
    }
    assertTrue(
        reserved <= FunctionShape.OF_THE_ACCOUNT - FunctionShape.LEFT_TO_THE_ACCOUNT,
        reserved + " are reserved: ask the cloud for more, and say so in the runbook");
  }

  @ParameterizedTest
  @EnumSource
  void every_function_has_a_live_alias_whose_release_goes_back_by_itself(CityRegion region) {
    List<Found> live = city.all(region, "AWS::Lambda::Alias");
    assertEquals(Entry.values().length, live.size());
    for (Found alias : live) {
      assertEquals(Place.LIVE, alias.properties().path("Name").asText());
      assertTrue(alias.resource().at("/UpdatePolicy/CodeDeployLambdaAliasUpdate").isObject());
    }
    List<Found> releases = city.all(region, "AWS::CodeDeploy::DeploymentGroup");
    assertEquals(Entry.values().length, releases.size());
    for (Found release : releases) {
      assertEquals(1, release.properties().at("/AlarmConfiguration/Alarms").size());
      assertTrue(release.properties().at("/AutoRollbackConfiguration/Events").size() >= 2);
      // Nobody is served by the region that stands by.
      assertEquals(
          region == CityRegion.TOKYO
              ? "CodeDeployDefault.LambdaCanary10Percent5Minutes"
              : "CodeDeployDefault.LambdaAllAtOnce",
          release.properties().path("DeploymentConfigName").asText());
    }
  }

  @ParameterizedTest
  @EnumSource
  void versions_that_nobody_is_served_by_any_more_are_not_kept(CityRegion region) {
    List<Found> versions = city.all(region, "AWS::Lambda::Version");
    assertEquals(Entry.values().length, versions.size());
    for (Found version : versions) {
      assertEquals("Delete", version.resource().path("DeletionPolicy").asText("Delete"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void environment_is_granted_resources_and_settings_of_the_capability(Entry entry) {
    for (CityRegion region : CityRegion.values()) {
      Place place = SynthesisedCity.place(region);
      Map<String, String> declared = new TreeMap<>();
      entry
          .grants()
          .forEach(
              grant ->
                  declared.put(
                      Names.environmentVariable(grant.resource()), place.nameOf(grant.resource())));
      Arrays.stream(Setting.values())
          .filter(setting -> setting.isReadBy(entry.capability()))
          .forEach(
              setting -> declared.put(setting.name(), place.settings().valueOf(setting, region)));
      declared.put("POWERTOOLS_SERVICE_NAME", Names.function(entry));
      declared.put("POWERTOOLS_METRICS_NAMESPACE", Names.CITY);

      Map<String, String> made = new TreeMap<>();
      city.function(region, entry)
          .properties()
          .at("/Environment/Variables")
          .properties()
          .forEach(variable -> made.put(variable.getKey(), variable.getValue().asText()));
      assertEquals(declared, made);
    }
  }

  @Nested
  class WhatMakesThemRun {
    @ParameterizedTest
    @EnumSource
    void streams_are_mapped_with_everything_that_keeps_them_moving(CityRegion region) {
      Map<String, Integer> declared = new TreeMap<>();
      Arrays.stream(Entry.values())
          .forEach(
              entry -> {
                if (entry.trigger() instanceof Trigger.Stream stream) {
                  declared.put(Names.function(entry), stream.batchSize());
                }
              });
      Map<String, Integer> made = new TreeMap<>();
      for (Found mapping : mappings(region)) {
        JsonNode shape = mapping.properties();
        if (shape.has("StartingPosition")) {
          made.put(calledFunction(mapping), shape.path("BatchSize").asInt());
          assertTrue(shape.path("BisectBatchOnFunctionError").asBoolean());
          assertEquals("ReportBatchItemFailures", shape.at("/FunctionResponseTypes/0").asText());
          assertTrue(shape.path("MaximumRecordAgeInSeconds").asInt() > 0);
          assertTrue(shape.path("MaximumRetryAttempts").asInt() > 0);
          assertEquals(
              "{\"eventName\":[\"INSERT\"]}",
              shape.at("/FilterCriteria/Filters/0/Pattern").asText());
          assertTrue(shape.at("/DestinationConfig/OnFailure/Destination").isObject());
        }
      }
      assertEquals(declared, made);
    }

    @Test
    void osaka_finds_the_streams_of_its_replicas_by_itself_and_tokyo_knows_its_own() {
      assertEquals(
          Arrays.stream(Entry.values())
              .filter(
                  entry ->
                      entry.trigger() instanceof Trigger.Stream stream
                          && stream.table().scope() == Table.Scope.GLOBAL)
              .count(),
          city.all(CityRegion.OSAKA, "Custom::ReplicaStream").size());
      assertEquals(List.of(), city.all(CityRegion.TOKYO, "Custom::ReplicaStream"));
    }

    @ParameterizedTest
    @EnumSource
    void queues_are_consumed_as_declared_with_partial_failures(CityRegion region) {
      Place place = SynthesisedCity.place(region);
      Map<String, String> declared = new TreeMap<>();
      Arrays.stream(Entry.values())
          .forEach(
              entry -> {
                if (entry.trigger() instanceof Trigger.Messages messages) {
                  declared.put(
                      Names.function(entry),
                      place.arn(messages.queue()) + " by " + messages.batchSize());
                }
              });
      Map<String, String> made = new TreeMap<>();
      for (Found mapping : mappings(region)) {
        JsonNode shape = mapping.properties();
        if (!shape.has("StartingPosition")) {
          made.put(
              calledFunction(mapping),
              shape.path("EventSourceArn").asText() + " by " + shape.path("BatchSize").asInt());
          assertEquals("ReportBatchItemFailures", shape.at("/FunctionResponseTypes/0").asText());
        }
      }
      assertEquals(declared, made);
    }

    @ParameterizedTest
    @EnumSource
    void schedules_are_the_declared_ones(CityRegion region) {
      Map<String, String> declared = new TreeMap<>();
      Arrays.stream(Entry.values())
          .forEach(
              entry -> {
                if (entry.trigger() instanceof Trigger.Schedule schedule) {
                  declared.put(Names.function(entry), EventSources.rate(schedule.every()));
                }
              });
      assertEquals(
          declared,
          city.all(region, "AWS::Scheduler::Schedule").stream()
              .collect(
                  Collectors.toMap(
                      found -> found.properties().path("Name").asText(),
                      found -> found.properties().path("ScheduleExpression").asText(),
                      (one, two) -> one + two,
                      TreeMap::new)));
    }

    @ParameterizedTest
    @EnumSource
    void only_the_active_region_runs_anything_by_itself(CityRegion region) {
      boolean active = SynthesisedCity.place(region).isActive();
      assertEquals(region == CityRegion.TOKYO, active, "the sample has Tokyo active");
      for (Found mapping : mappings(region)) {
        assertEquals(active, mapping.properties().path("Enabled").asBoolean());
      }
      for (Found schedule : city.all(region, "AWS::Scheduler::Schedule")) {
        assertEquals(active ? "ENABLED" : "DISABLED", schedule.properties().path("State").asText());
      }
    }

    private List<Found> mappings(CityRegion region) {
      return city.all(region, "AWS::Lambda::EventSourceMapping");
    }

    /** The function behind the alias a mapping calls. */
    private String calledFunction(Found mapping) {
      JsonNode resources = city.templates().get(mapping.stack()).path("Resources");
      JsonNode alias = resources.path(mapping.properties().at("/FunctionName/Ref").asText());
      assertEquals("AWS::Lambda::Alias", alias.path("Type").asText());
      return resources
          .path(alias.at("/Properties/FunctionName/Ref").asText())
          .at("/Properties/FunctionName")
          .asText();
    }
  }
}
