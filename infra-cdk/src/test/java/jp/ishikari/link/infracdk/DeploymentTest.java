package jp.ishikari.link.infracdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import jp.ishikari.link.blueprint.Api;
import jp.ishikari.link.blueprint.Key;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;

/** One command deploys a city hall; nobody copies what one stack made into settings for another. */
class DeploymentTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SynthesisedCity city = SynthesisedCity.shared();

  @Nested
  class WhatGetsIds {
    @Test
    void isMadeFirstFromTheVeryTemplatesOfTheWholeCity(@TempDir Path folder) throws IOException {
      CitySettings settings = CitySettings.read(SynthesisedCity.SETTINGS, Made.nothing());
      App app = City.app(folder);
      City.first(app, settings);
      app.synth();
      List<String> made = new ArrayList<>();
      for (CityRegion region : CityRegion.values()) {
        for (String part : City.firstParts(region, settings)) {
          String template = Stacks.id(region, part) + ".template.json";
          assertEquals(
              Files.readString(city.folder().resolve(template)),
              Files.readString(folder.resolve(template)));
          made.add(Stacks.id(region, part));
        }
      }
      assertEquals(List.of("tokyo-foundation", "tokyo-staff-sign-in", "osaka-staff-sign-in"), made);
    }

    @Test
    void tellsEveryIdThatTheRestNames(@TempDir Path folder) throws IOException {
      Made made = Made.read(outputsAsTheCommandWritesThem(folder));
      for (Key key : Key.values()) {
        assertEquals("made " + Made.output(key), made.key(key));
      }
      for (CityRegion region : CityRegion.values()) {
        assertEquals("made " + Made.POOL, made.pool(region));
        assertEquals("made " + Made.CLIENT, made.client(region));
      }
    }

    @Test
    void isToldToBeMissingWhereItWasNotMade(@TempDir Path folder) {
      assertTrue(
          assertThrows(IllegalStateException.class, () -> Made.read(folder))
              .getMessage()
              .startsWith("no outputs of ap-northeast-1"));
      assertEquals(
          "AtRestId is not made yet in ap-northeast-1, or its stack does not tell its id",
          assertThrows(IllegalStateException.class, () -> Made.nothing().key(Key.AT_REST))
              .getMessage());
    }

    /** {@code --outputs-file}: by stack name, then by output. */
    private Path outputsAsTheCommandWritesThem(Path folder) throws IOException {
      for (CityRegion region : CityRegion.values()) {
        ObjectNode file = JSON.createObjectNode();
        for (String part :
            City.firstParts(region, CitySettings.read(SynthesisedCity.SETTINGS, Made.nothing()))) {
          ObjectNode stack = file.putObject("ishikari-link-" + part);
          city.template(region, part)
              .path("Outputs")
              .fieldNames()
              .forEachRemaining(output -> stack.put(output, "made " + output));
        }
        Files.writeString(Made.outputs(folder, region), file.toString());
      }
      return folder;
    }
  }

  @Nested
  class ThePinnedCommand {
    @Test
    void readsWhatTheLibraryWritesAndKnowsEveryStackThatItIsAskedFor() throws Exception {
      CdkCommand.installed(Path.of("").toAbsolutePath());
      Process list =
          new ProcessBuilder("node_modules/.bin/cdk", "ls", "--app", city.folder().toString())
              .redirectError(Path.of("target", "cdk-ls.log").toFile())
              .start();
      String listed = new String(list.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(0, list.waitFor(), listed);
      List<String> stacks = listed.lines().map(line -> line.split(" ")[0]).toList();
      assertEquals(city.templates().keySet(), new TreeSet<>(stacks));
      for (List<String> command : deployment().whatGetsIds()) {
        assertTrue(stacks.stream().anyMatch(command::contains), command.toString());
      }
    }

    @Test
    void isAskedForBothRegionsAndNeverWaitsForAnAnswer() {
      assertEquals(
          List.of(
              "bootstrap",
              "aws://123456789012/ap-northeast-1",
              "aws://123456789012/ap-northeast-3"),
          deployment().bootstrap());
      List<List<String>> all = new ArrayList<>(deployment().whatGetsIds());
      all.add(deployment().everything());
      for (List<String> command : all) {
        assertEquals(
            "never", command.get(command.indexOf("--require-approval") + 1), command.toString());
      }
    }
  }

  @Nested
  class WhatIsLeftToPeople {
    @Test
    void namesEveryHostOfEveryCertificateEveryMailboxAndEveryKeyThatOthersMustKnow() {
      String work = deployment().handWork();
      for (Api api : Api.values()) {
        assertTrue(work.contains(city(CityRegion.OSAKA).apiHost(api)), work);
        assertTrue(work.contains(city(CityRegion.OSAKA).settings().host(api)), work);
      }
      for (String expected :
          List.of(
              "operators@link.ishikari.example",
              "SES(ap-northeast-1)",
              "SES(ap-northeast-3)",
              "alias/ishikari-link-resident-client",
              "alias/ishikari-link-signing-results",
              "urn:amazon:cognito:sp:ap-northeast-3_",
              "FIRST_ADMINISTRATOR")) {
        assertTrue(work.contains(expected), expected + " in " + work);
      }
    }

    private Place city(CityRegion region) {
      return SynthesisedCity.place(region);
    }
  }

  /** Each step is a deployment; between them residents are let in all the time. */
  @Nested
  class AnotherProofOfTheEdge {
    @Test
    void isAcceptedBeforeItIsSentAndTheOldOneUntilNobodySendsIt(@TempDir Path folder)
        throws IOException {
      Edge old = edge(folder, "1");
      Edge both = edge(folder, "1, 2");
      Edge turned = edge(folder, "2,1");
      Edge done = edge(folder, "2");
      for (Edge[] step : new Edge[][] {{old, both}, {both, turned}, {turned, done}}) {
        assertNotEquals(step[0].templates(), step[1].templates(), "the step changes nothing");
        // Whichever of the two stacks is deployed first.
        assertTrue(step[0].accepted().contains(step[1].sent()), "edge before firewall");
        assertTrue(step[1].accepted().contains(step[0].sent()), "firewall before edge");
      }
      assertFalse(done.accepted().contains(ApiFirewall.edgeSecret("1")));
    }

    @Test
    void isANumber(@TempDir Path folder) {
      assertTrue(
          assertThrows(IllegalArgumentException.class, () -> edge(folder, "new"))
              .getMessage()
              .contains("edge.proof must be numbers"));
    }

    private record Edge(String sent, String accepted, String templates) {}

    private Edge edge(Path folder, String proofs) throws IOException {
      Path file = folder.resolve("city.properties");
      Files.writeString(
          file,
          Files.readString(SynthesisedCity.SETTINGS)
              .replace("edge.proof=1", "edge.proof=" + proofs));
      CitySettings settings = CitySettings.read(file, Made.invented());
      Path out = Files.createTempDirectory(folder, "edge");
      App app = City.app(out);
      Place tokyo = new Place(CityRegion.TOKYO, settings);
      new EdgeStack(app, tokyo);
      new ApiStack(app, tokyo, Api.RESIDENT);
      app.synth();
      String edge = Files.readString(out.resolve("edge.template.json"));
      String api = Files.readString(out.resolve("tokyo-api-resident.template.json"));
      JsonNode sent = JSON.readTree(edge).findValue("HeaderValue");
      return new Edge(
          sent.asText(),
          JSON.readTree(api).findValue("SearchString") == null
              ? ""
              : JSON.readTree(api).findValuesAsText("SearchString").toString(),
          edge + api);
    }
  }

  private static Deployment deployment() {
    return new Deployment(
        CitySettings.read(SynthesisedCity.SETTINGS, Made.invented()), Path.of("target/deployment"));
  }
}
