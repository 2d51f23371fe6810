package jp.ishikari.link.infracdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Names;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.Stack;

/** The sample deployment, synthesised once for all tests: Tokyo active, Osaka standing by. */
final class SynthesisedCity {
  static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
  static final Path SETTINGS = Path.of("sample.properties");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static SynthesisedCity shared;

  private final Path folder;
  private final Map<String, JsonNode> templates = new TreeMap<>();

  private SynthesisedCity(String name, Path settings, boolean nag) {
    this.folder = Path.of("target", name);
    App app = City.app(folder);
    List<Stack> stacks =
        City.build(
            app, CitySettings.read(settings, Made.invented()), FunctionCode.standIn(emptyZip()));
    if (nag) {
      Aspects.of(app).add(AwsSolutionsChecks.Builder.create().verbose(true).build());
    }
    app.synth();
    for (Stack stack : stacks) {
      String id = stack.getNode().getId();
      templates.put(id, read(folder.resolve(id + ".template.json")));
    }
  }

  /** Makes it in a virtual machine of its own; argument: name of the folder below target. */
  public static void main(String[] arguments) {
    new SynthesisedCity(arguments[0], SETTINGS, false);
  }

  static synchronized SynthesisedCity shared() {
    if (shared == null) {
      shared = new SynthesisedCity("city", SETTINGS, true);
    }
    return shared;
  }

  /** Where another virtual machine has made the same deployment. */
  static Path elsewhere() throws IOException, InterruptedException {
    Path log = Path.of("target", "city-elsewhere.log");
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                SynthesisedCity.class.getName(),
                "city-elsewhere")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    if (other.waitFor() != 0) {
      throw new IllegalStateException(Files.readString(log));
    }
    return Path.of("target", "city-elsewhere");
  }

  /** The city after Osaka took over. */
  static SynthesisedCity promoted() {
    return changed(
        "promoted",
        "active=ap-northeast-1",
        "active=ap-northeast-3",
        "release=canary",
        "release=at-once");
  }

  /** The city as it is deployed for the first time. */
  static SynthesisedCity first() {
    return changed("first", "protected=yes", "protected=no");
  }

  /** The sample deployment with other settings: each line and what stands in its place. */
  private static SynthesisedCity changed(String name, String... lines) {
    Path settings = Path.of("target", name + ".properties");
    try {
      String text = Files.readString(SETTINGS);
      for (int i = 0; i < lines.length; i += 2) {
        text = text.replace(lines[i], lines[i + 1]);
      }
      Files.writeString(settings, text);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return new SynthesisedCity("city-" + name, settings, false);
  }

  Path folder() {
    return folder;
  }

  /** Errors and warnings of the synthesis, those of cdk-nag among them. */
  List<String> findings() {
    return findings(folder);
  }

  static List<String> findings(Path folder) {
    List<String> findings = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      files
          .filter(file -> file.toString().endsWith(".metadata.json"))
          .sorted()
          .forEach(
              file ->
                  read(file)
                      .properties()
                      .forEach(
                          of ->
                              of.getValue()
                                  .forEach(
                                      message -> {
                                        String type = message.path("type").asText();
                                        if (type.equals("aws:cdk:error")
                                            || type.equals("aws:cdk:warning")) {
                                          findings.add(
                                              of.getKey() + ": " + message.path("data").asText());
                                        }
                                      })));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return findings;
  }

  /** By stack id, e.g. {@code tokyo-state}. */
  Map<String, JsonNode> templates() {
    return templates;
  }

  JsonNode template(CityRegion region, String part) {
    return templates.get(Stacks.id(region, part));
  }

  static Place place(CityRegion region) {
    return new Place(region, CitySettings.read(SETTINGS, Made.invented()));
  }

  /** A resource with where it was found. */
  record Found(String stack, String logicalId, JsonNode resource) {
    JsonNode properties() {
      return resource.path("Properties");
    }

    String type() {
      return resource.path("Type").textValue();
    }
  }

  /** Every resource of a type in all stacks of a region. */
  List<Found> all(CityRegion region, String type) {
    return all().stream()
        .filter(found -> found.stack().startsWith(Stacks.id(region, "")))
        .filter(found -> found.type().equals(type))
        .toList();
  }

  /** The entries' functions; helper functions of the cloud kit have no fixed name. */
  List<Found> functions(CityRegion region) {
    return all(region, "AWS::Lambda::Function").stream()
        .filter(found -> found.properties().has("FunctionName"))
        .toList();
  }

  Found function(CityRegion region, Entry entry) {
    return functions(region).stream()
        .filter(
            found -> found.properties().path("FunctionName").asText().equals(Names.function(entry)))
        .findFirst()
        .orElseThrow();
  }

  List<Found> all() {
    List<Found> all = new ArrayList<>();
    templates.forEach(
        (stack, template) ->
            template
                .path("Resources")
                .properties()
                .forEach(entry -> all.add(new Found(stack, entry.getKey(), entry.getValue()))));
    return all;
  }

  private static JsonNode read(Path file) {
    try {
      return JSON.readTree(file.toFile());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Path emptyZip() {
    Path zip = Path.of("target", "stand-in.zip");
    ZipEntry entry = new ZipEntry("stand-in");
    entry.setTime(0);
    try (OutputStream file = Files.newOutputStream(zip);
        ZipOutputStream out = new ZipOutputStream(file)) {
      out.putNextEntry(entry);
      out.closeEntry();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return zip;
  }
}
