package jp.ishikari.link.infracdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The templates as a whole: where things live, how many there are, and that they come out the same.
 */
class TwoRegionsTest {
  private static final int MOST_RESOURCES = 400;
  private static final Pattern REGION =
      Pattern.compile("\\b[a-z]{2}(?:-gov|-iso[a-z]?)?-[a-z]+-\\d\\b");

  private final SynthesisedCity city = SynthesisedCity.shared();

  @Test
  void nothing_names_a_third_region_but_the_certificate_at_the_edge() {
    Set<String> allowed =
        Arrays.stream(CityRegion.values()).map(CityRegion::code).collect(Collectors.toSet());
    Set<String> elsewhere = new TreeSet<>();
    city.all()
        .forEach(
            found -> {
              Matcher region = REGION.matcher(found.resource().toString());
              while (region.find()) {
                if (!allowed.contains(region.group())) {
                  elsewhere.add(found.type() + " " + region.group());
                }
              }
            });
    assertEquals(Set.of("AWS::CloudFront::Distribution us-east-1"), elsewhere);
    assertTrue(
        city.templates()
            .get("edge")
            .toString()
            .contains("\"AcmCertificateArn\":\"arn:aws:acm:us-east-1:"));
  }

  @Test
  void every_stack_is_deployed_to_one_of_the_two() throws IOException {
    JsonNode manifest =
        new ObjectMapper().readTree(city.folder().resolve("manifest.json").toFile());
    Set<String> environments = new TreeSet<>();
    manifest
        .path("artifacts")
        .forEach(
            artifact -> {
              if (artifact.path("type").asText().equals("aws:cloudformation:stack")) {
                environments.add(artifact.path("environment").asText());
              }
            });
    assertEquals(
        Set.of("aws://123456789012/ap-northeast-1", "aws://123456789012/ap-northeast-3"),
        environments);
  }

  @Test
  void only_stacks_of_what_must_never_be_lost_are_protected_from_deletion() throws IOException {
    JsonNode artifacts =
        new ObjectMapper()
            .readTree(city.folder().resolve("manifest.json").toFile())
            .path("artifacts");
    Set<String> kept = new TreeSet<>();
    artifacts
        .properties()
        .forEach(
            artifact -> {
              if (artifact.getValue().at("/properties/terminationProtection").asBoolean()) {
                kept.add(artifact.getKey());
              }
            });
    assertEquals(
        Set.of(
            "osaka-foundation",
            "osaka-staff-sign-in",
            "osaka-state",
            "tokyo-foundation",
            "tokyo-staff-sign-in",
            "tokyo-state"),
        kept);
  }

  @Test
  void a_first_deployment_that_failed_can_be_taken_back_and_repeated() throws IOException {
    SynthesisedCity first = SynthesisedCity.first();
    assertFalse(
        Files.readString(first.folder().resolve("manifest.json"))
            .contains("\"terminationProtection\": true"));
    for (SynthesisedCity.Found found : first.all()) {
      String where = found.stack() + " " + found.logicalId();
      assertFalse(
          found.resource().toString().contains("\"DeletionProtectionEnabled\":true"), where);
      // A function's version has no name of its own that would stand in the way.
      if (!found.type().equals("AWS::Lambda::Version")) {
        assertFalse(found.resource().path("DeletionPolicy").asText().equals("Retain"), where);
      }
    }
  }

  @Test
  void both_regions_have_the_same_stacks_and_the_edge_is_one() {
    Set<String> tokyo = parts("tokyo-");
    assertEquals(tokyo, parts("osaka-"));
    assertEquals(tokyo.size() * 2 + 1, city.templates().size());
  }

  @Test
  void no_log_is_kept_for_ever() {
    List<SynthesisedCity.Found> logs =
        city.all().stream().filter(found -> found.type().equals("AWS::Logs::LogGroup")).toList();
    assertFalse(logs.isEmpty());
    for (SynthesisedCity.Found log : logs) {
      assertEquals(365, log.properties().path("RetentionInDays").asInt(), log.logicalId());
    }
  }

  @Test
  void no_stack_comes_near_the_limit_of_the_cloud() {
    city.templates()
        .forEach(
            (stack, template) ->
                assertTrue(template.path("Resources").size() <= MOST_RESOURCES, stack));
  }

  @Test
  void nothing_is_reached_or_named_over_plain_http() {
    for (SynthesisedCity.Found found : city.all()) {
      assertFalse(found.resource().toString().contains("http://"), found.logicalId());
    }
  }

  @Test
  void the_cloud_kit_itself_finds_no_template_invalid() throws IOException {
    JsonNode reports =
        new ObjectMapper()
            .readTree(city.folder().resolve("validation-report.json").toFile())
            .path("pluginReports");
    // Reports of what was found and not accepted by the kit itself; none when all is well.
    for (JsonNode report : reports) {
      assertEquals("[]", report.path("violations").toString());
    }
  }

  @Test
  void stacks_of_different_regions_never_refer_to_each_other() {
    for (SynthesisedCity.Found found : city.all()) {
      assertFalse(found.type().startsWith("Custom::CrossRegion"), found.stack());
      assertFalse(
          found.stack().startsWith("osaka-")
              && found.resource().toString().contains("Fn::ImportValue"),
          found.stack() + " " + found.logicalId());
    }
  }

  @Test
  void what_can_be_tagged_says_which_system_and_part_it_is_of() {
    for (SynthesisedCity.Found found : city.all()) {
      JsonNode tags = found.properties().path("Tags");
      if (tags.isArray()) {
        assertTrue(tags.toString().contains("\"ishikari-link\""), found.logicalId());
        assertTrue(tags.toString().contains("\"part\""), found.logicalId());
      }
    }
    assertTrue(
        city.all().stream().filter(found -> found.properties().path("Tags").isArray()).count()
            > 50);
  }

  @Test
  void another_virtual_machine_gives_the_same_templates_to_the_byte() throws Exception {
    // The first one carries cdk-nag's aspects, which change no template.
    assertEquals(contents(city.folder()), contents(SynthesisedCity.elsewhere()));
  }

  private Set<String> parts(String region) {
    return city.templates().keySet().stream()
        .filter(id -> id.startsWith(region))
        .map(id -> id.substring(region.length()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static TreeMap<String, String> contents(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(file -> file.toString().endsWith(".template.json")).toList();
    }
    TreeMap<String, String> contents = new TreeMap<>();
    for (Path file : files) {
      contents.put(file.getFileName().toString(), Files.readString(file));
    }
    return contents;
  }
}
