package jp.ishikari.link.infracdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** When Osaka takes over, what runs changes sides and what is kept does not move. */
class PromotionTest {
  private static SynthesisedCity before;
  private static SynthesisedCity after;

  @BeforeAll
  static void synthesise() {
    before = SynthesisedCity.shared();
    after = SynthesisedCity.promoted();
  }

  @Test
  void streams_queues_and_schedules_run_in_osaka_and_no_longer_in_tokyo() {
    assertEquals(Set.of("true"), switches(CityRegion.OSAKA));
    assertEquals(Set.of("false"), switches(CityRegion.TOKYO));
  }

  @Test
  void functions_learn_their_new_role() {
    assertEquals(Set.of("active"), roles(CityRegion.OSAKA));
    assertEquals(Set.of("standby"), roles(CityRegion.TOKYO));
  }

  @Test
  void names_point_to_osaka() {
    assertEquals(Set.of(100), weights(CityRegion.OSAKA));
    assertEquals(Set.of(0), weights(CityRegion.TOKYO));
  }

  @Test
  void new_versions_take_over_at_once() {
    assertEquals(
        Set.of("CodeDeployDefault.LambdaAllAtOnce"),
        after.all(CityRegion.OSAKA, "AWS::CodeDeploy::DeploymentGroup").stream()
            .map(release -> release.properties().path("DeploymentConfigName").asText())
            .collect(Collectors.toSet()));
  }

  @Test
  void what_is_kept_and_the_edge_are_not_touched() {
    Set<String> changed = new TreeSet<>();
    for (String stack : before.templates().keySet()) {
      JsonNode was = before.templates().get(stack);
      if (!was.equals(after.templates().get(stack))) {
        changed.add(stack.replaceFirst("^(tokyo|osaka)-", ""));
      }
    }
    for (String untouched : Set.of("edge", "foundation", "state", "messaging")) {
      assertFalse(changed.contains(untouched), untouched);
    }
  }

  private static Set<String> switches(CityRegion region) {
    Set<String> switches = new TreeSet<>();
    after
        .all(region, "AWS::Lambda::EventSourceMapping")
        .forEach(mapping -> switches.add(mapping.properties().path("Enabled").asText()));
    after
        .all(region, "AWS::Scheduler::Schedule")
        .forEach(
            schedule ->
                switches.add(
                    Boolean.toString(
                        schedule.properties().path("State").asText().equals("ENABLED"))));
    return switches;
  }

  private static Set<String> roles(CityRegion region) {
    return after.functions(region).stream()
        .map(function -> function.properties().at("/Environment/Variables/ROLE").asText())
        .collect(Collectors.toSet());
  }

  private static Set<Integer> weights(CityRegion region) {
    return after.all(region, "AWS::Route53::RecordSet").stream()
        .map(record -> record.properties().path("Weight"))
        .filter(JsonNode::isNumber)
        .map(JsonNode::asInt)
        .collect(Collectors.toSet());
  }
}
