package jp.ishikari.link.infracdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import jp.ishikari.link.blueprint.Bucket;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Grant;
import jp.ishikari.link.blueprint.Mailer;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Resource;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.blueprint.Trigger;
import jp.ishikari.link.infracdk.SynthesisedCity.Found;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Per entry: the actions and resources of its role are the granted ones and a short closed list.
 */
class RolesMatchTheBlueprintTest {
  private final SynthesisedCity city = SynthesisedCity.shared();

  /** What every function may do besides its grants and its trigger. */
  private static final List<String> ALWAYS =
      List.of(
          "logs:CreateLogStream own log",
          "logs:PutLogEvents own log",
          "xray:PutTelemetryRecords *",
          "xray:PutTraceSegments *");

  @ParameterizedTest
  @EnumSource
  void an_entry_may_do_what_it_is_granted_and_read_its_trigger_and_nothing_else(Entry entry) {
    for (CityRegion region : CityRegion.values()) {
      Place place = SynthesisedCity.place(region);
      Set<String> declared = new TreeSet<>(ALWAYS);
      for (Grant grant : entry.grants()) {
        for (Grant.Use use : grant.uses()) {
          for (String action : use.actions()) {
            for (String resource : resources(place, grant.resource())) {
              declared.add(action + " " + resource);
            }
          }
        }
      }
      declared.addAll(trigger(place, entry));
      assertEquals(declared, made(region, entry));
    }
  }

  @Test
  void no_two_entries_share_a_role() {
    List<String> roles =
        city.functions(CityRegion.TOKYO).stream()
            .map(found -> found.stack() + found.properties().at("/Role/Fn::GetAtt/0").asText())
            .toList();
    assertEquals(roles.size(), Set.copyOf(roles).size());
  }

  private List<String> resources(Place place, Resource resource) {
    String arn = place.arn(resource);
    return switch (resource) {
      case Table table when !table.indexes().isEmpty() -> List.of(arn, arn + "/index/*");
      case Bucket bucket -> List.of(arn + "/*");
      case Mailer mailer ->
          List.of(arn, place.arn("ses", "configuration-set/" + Names.physical(mailer)));
      default -> List.of(arn);
    };
  }

  private List<String> trigger(Place place, Entry entry) {
    return switch (entry.trigger()) {
      case Trigger.Stream stream -> {
        String arn = place.arn(stream.table()) + "/stream/*";
        yield List.of(
            "dynamodb:DescribeStream " + arn,
            "dynamodb:GetRecords " + arn,
            "dynamodb:GetShardIterator " + arn,
            "dynamodb:ListStreams *",
            "sqs:SendMessage " + place.queueArn(Names.failures(entry)));
      }
      case Trigger.Messages messages ->
          Stream.of(
                  "ChangeMessageVisibility",
                  "DeleteMessage",
                  "GetQueueAttributes",
                  "ReceiveMessage")
              .map(action -> "sqs:" + action + " " + place.arn(messages.queue()))
              .toList();
      case Trigger.Http http -> List.of();
      case Trigger.Authorizer authorizer -> List.of();
      case Trigger.Schedule schedule -> List.of();
    };
  }

  private Set<String> made(CityRegion region, Entry entry) {
    Found function = city.function(region, entry);
    String roleId = function.properties().at("/Role/Fn::GetAtt/0").asText();
    JsonNode resources = city.templates().get(function.stack()).path("Resources");
    JsonNode role = resources.path(roleId).path("Properties");
    assertTrue(role.path("ManagedPolicyArns").isMissingNode(), "no managed policy");
    for (JsonNode other : resources) {
      assertTrue(
          !other.path("Type").asText().equals("AWS::IAM::Policy")
              || !other.at("/Properties/Roles").toString().contains(roleId),
          "no policy added from outside");
    }
    String ownLog =
        SynthesisedCity.place(region).arn("logs", "log-group:" + EntryRole.logGroup(entry) + ":*");
    Set<String> made = new TreeSet<>();
    for (JsonNode policy : role.path("Policies")) {
      for (JsonNode statement : policy.at("/PolicyDocument/Statement")) {
        assertEquals("Allow", statement.path("Effect").asText());
        for (String action : texts(statement.path("Action"))) {
          for (String resource : texts(statement.path("Resource"))) {
            made.add(action + " " + (resource.equals(ownLog) ? "own log" : resource));
          }
        }
      }
    }
    return made;
  }

  private static List<String> texts(JsonNode oneOrMany) {
    List<String> texts = new ArrayList<>();
    if (oneOrMany.isArray()) {
      oneOrMany.forEach(text -> texts.add(text.asText()));
    } else {
      texts.add(oneOrMany.asText());
    }
    return texts;
  }
}
