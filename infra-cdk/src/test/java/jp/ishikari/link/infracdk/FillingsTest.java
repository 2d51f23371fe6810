package jp.ishikari.link.infracdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jp.ishikari.link.blueprint.Bucket;
import jp.ishikari.link.blueprint.Filling;
import jp.ishikari.link.blueprint.Mailer;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Queue;
import jp.ishikari.link.infracdk.SynthesisedCity.Found;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Stack;

/** Ways in besides the city's own events, whether a queue uses them yet or not. */
class FillingsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Nested
  class OfTheCity {
    private final SynthesisedCity city = SynthesisedCity.shared();

    @ParameterizedTest
    @EnumSource(CityRegion.class)
    void eachQueueOfReportsHasItsRuleAndNoOtherHasOne(CityRegion region) {
      Place place = SynthesisedCity.place(region);
      Map<String, String> declared = new TreeMap<>();
      for (Queue queue : Queue.values()) {
        if (queue.filling() instanceof Filling.Reports reports) {
          declared.put(
              Names.physical(queue),
              JSON.valueToTree(reports.pattern(place::nameOf)).toString() + "ENABLED");
        }
      }
      Map<String, String> names = new TreeMap<>();
      city.all(region, "AWS::SQS::Queue")
          .forEach(q -> names.put(q.logicalId(), q.properties().path("QueueName").asText()));
      Map<String, String> made = new TreeMap<>();
      for (Found rule : city.all(region, "AWS::Events::Rule")) {
        JsonNode target = rule.properties().at("/Targets/0");
        String queue = names.get(target.at("/Arn/Fn::GetAtt/0").asText());
        if (queue != null) {
          made.put(
              queue,
              rule.properties().path("EventPattern").toString()
                  + rule.properties().path("State").asText());
          assertEquals(
              queue + "-dead", names.get(target.at("/DeadLetterConfig/Arn/Fn::GetAtt/0").asText()));
        }
      }
      assertEquals(declared, made);
    }

    @ParameterizedTest
    @EnumSource(CityRegion.class)
    void whatBecomesOfMailIsToldOnTheBusAndTheIdentitySendsBySettingsThatSaySo(CityRegion region) {
      JsonNode told =
          city.all(region, "AWS::SES::ConfigurationSetEventDestination").getFirst().properties();
      assertEquals(
          "[\"BOUNCE\",\"COMPLAINT\"]", told.at("/EventDestination/MatchingEventTypes").toString());
      assertTrue(told.at("/EventDestination/Enabled").asBoolean());
      assertTrue(
          told.at("/EventDestination/EventBridgeDestination/EventBusArn")
              .asText()
              .endsWith(":event-bus/default"));
      Found set = city.all(region, "AWS::SES::ConfigurationSet").getFirst();
      assertEquals(Names.physical(Mailer.CITY), set.properties().path("Name").asText());
      assertEquals(
          set.logicalId(),
          city.all(region, "AWS::SES::EmailIdentity")
              .getFirst()
              .properties()
              .at("/ConfigurationSetAttributes/ConfigurationSetName/Ref")
              .asText());
    }
  }

  @Nested
  class WithoutAUserYet {
    private final Place place = SynthesisedCity.place(CityRegion.TOKYO);

    /** A stack of one queue that is filled like this. */
    private JsonNode made(String name, Filling filling) throws Exception {
      Path folder = Path.of("target", "filling-" + name);
      App app =
          new App(AppProps.builder().outdir(folder.toString()).analyticsReporting(false).build());
      Stack stack = new Stack(app, "one", Stacks.props(place, "one"));
      var key =
          software.amazon.awscdk.services.kms.Key.fromKeyArn(
              stack, "Key", place.arn(jp.ishikari.link.blueprint.Key.AT_REST));
      new QueueFilling(place, topic -> null)
          .connect(new ConsumerQueue(stack, place, Queue.NOTICES, key), filling);
      app.synth();
      return JSON.readTree(Files.readString(folder.resolve("one.template.json"))).path("Resources");
    }

    private Optional<JsonNode> find(JsonNode resources, String type) {
      for (JsonNode resource : resources) {
        if (resource.path("Type").asText().equals(type)) {
          return Optional.of(resource.path("Properties"));
        }
      }
      return Optional.empty();
    }

    @Test
    void newObjectsOfABucketAndOfNoOtherReachTheQueue() throws Exception {
      JsonNode made = made("objects", new Filling.NewObjects(Bucket.TRUST));
      JsonNode pattern = find(made, "AWS::Events::Rule").orElseThrow().path("EventPattern");
      assertEquals("[\"aws.s3\"]", pattern.path("source").toString());
      assertEquals("[\"Object Created\"]", pattern.path("detail-type").toString());
      assertEquals(
          "[\"" + place.bucketName(Bucket.TRUST) + "\"]",
          pattern.at("/detail/bucket/name").toString());
      String policies = policies(made);
      assertTrue(policies.contains("events.amazonaws.com"), policies);
      assertTrue(policies.contains("aws:SourceArn"), policies);
    }

    @Test
    void aBucketWhoseVerdictsAreWantedIsScannedByARoleForItAlone() throws Exception {
      JsonNode made = made("verdicts", new Filling.Verdicts(Bucket.TRUST));
      JsonNode plan = find(made, "AWS::GuardDuty::MalwareProtectionPlan").orElseThrow();
      assertEquals(
          place.bucketName(Bucket.TRUST),
          plan.at("/ProtectedResource/S3Bucket/BucketName").asText());
      assertEquals("ENABLED", plan.at("/Actions/Tagging/Status").asText());
      JsonNode role = find(made, "AWS::IAM::Role").orElseThrow();
      for (JsonNode statement : role.at("/Policies/0/PolicyDocument/Statement")) {
        String resource = statement.path("Resource").asText();
        assertTrue(
            resource.startsWith(place.arn(Bucket.TRUST))
                || resource.contains("rule/DO-NOT-DELETE-AmazonGuardDuty")
                || resource.equals(place.arn(jp.ishikari.link.blueprint.Key.AT_REST)),
            statement.toString());
      }
      assertEquals(
          "[\"GuardDuty Malware Protection Object Scan Result\"]",
          find(made, "AWS::Events::Rule").orElseThrow().at("/EventPattern/detail-type").toString());
    }

    @Test
    void jobsAreSentByWhoeverIsGrantedItAndByNoRule() throws Exception {
      JsonNode made = made("jobs", new Filling.Jobs());
      assertEquals(Optional.empty(), find(made, "AWS::Events::Rule"));
      assertEquals(Optional.empty(), find(made, "AWS::SNS::Subscription"));
      assertTrue(find(made, "AWS::SQS::Queue").isPresent());
    }

    private String policies(JsonNode resources) {
      StringBuilder policies = new StringBuilder();
      for (JsonNode resource : resources) {
        if (resource.path("Type").asText().equals("AWS::SQS::QueuePolicy")) {
          policies.append(resource);
        }
      }
      return policies.toString();
    }

    @Test
    void aBucketThatTellsTheBusNeedsNoFunctionForIt() throws Exception {
      Path folder = Path.of("target", "filling-bucket");
      App app =
          new App(AppProps.builder().outdir(folder.toString()).analyticsReporting(false).build());
      Stack stack = new Stack(app, "one", Stacks.props(place, "one"));
      CityBucket.tellTheBus(
          software.amazon.awscdk.services.s3.Bucket.Builder.create(stack, "Bucket").build());
      app.synth();
      JsonNode made =
          JSON.readTree(Files.readString(folder.resolve("one.template.json"))).path("Resources");
      assertTrue(
          find(made, "AWS::S3::Bucket")
              .orElseThrow()
              .at("/NotificationConfiguration/EventBridgeConfiguration/EventBridgeEnabled")
              .asBoolean());
      assertEquals(Optional.empty(), find(made, "AWS::Lambda::Function"));
    }
  }
}
