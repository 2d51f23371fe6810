package jp.ishikari.link.infracdk;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import jp.ishikari.link.blueprint.Bucket;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Grant;
import jp.ishikari.link.blueprint.Key;
import jp.ishikari.link.blueprint.Mailer;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Queue;
import jp.ishikari.link.blueprint.Resource;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.blueprint.Topic;
import jp.ishikari.link.blueprint.Trigger;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.constructs.Construct;

/**
 * The role of one entry: the blueprint's grants, reading its own trigger, its own log and traces.
 * One inline policy, nothing managed, nothing added later by other constructs.
 */
final class EntryRole {
  private EntryRole() {}

  static Role make(Construct scope, Place place, Entry entry) {
    return Role.Builder.create(scope, "Role")
        .description(Names.function(entry))
        .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
        .inlinePolicies(
            ImmutableMap.of(
                "entry",
                PolicyDocument.Builder.create().statements(statements(place, entry)).build()))
        .build();
  }

  private static List<PolicyStatement> statements(Place place, Entry entry) {
    List<PolicyStatement> statements = new ArrayList<>();
    for (Grant grant : entry.grants()) {
      statements.add(
          allow(
              sid(grant.resource()),
              grant.uses().stream().flatMap(use -> use.actions().stream()).toList(),
              resources(place, grant.resource())));
    }
    statements.addAll(trigger(place, entry));
    statements.add(
        allow(
            "OwnLog",
            List.of("logs:CreateLogStream", "logs:PutLogEvents"),
            List.of(place.arn("logs", "log-group:" + logGroup(entry) + ":*"))));
    statements.add(
        allow(
            "Traces", List.of("xray:PutTraceSegments", "xray:PutTelemetryRecords"), List.of("*")));
    return statements;
  }

  /** Log group of an entry's function. */
  static String logGroup(Entry entry) {
    return "/aws/lambda/" + Names.function(entry);
  }

  private static List<PolicyStatement> trigger(Place place, Entry entry) {
    return switch (entry.trigger()) {
      case Trigger.Stream stream ->
          List.of(
              allow(
                  "OwnStream",
                  List.of(
                      "dynamodb:DescribeStream",
                      "dynamodb:GetRecords",
                      "dynamodb:GetShardIterator"),
                  List.of(place.arn(stream.table()) + "/stream/*")),
              // Has no resource of its own in the cloud's permission model.
              allow("OwnStreamIsListed", List.of("dynamodb:ListStreams"), List.of("*")),
              allow(
                  "OwnFailures",
                  List.of("sqs:SendMessage"),
                  List.of(place.queueArn(Names.failures(entry)))));
      case Trigger.Messages messages ->
          List.of(
              allow(
                  "OwnQueue",
                  List.of(
                      "sqs:ChangeMessageVisibility",
                      "sqs:DeleteMessage",
                      "sqs:GetQueueAttributes",
                      "sqs:ReceiveMessage"),
                  List.of(place.arn(messages.queue()))));
      case Trigger.Http http -> List.of();
      case Trigger.Authorizer authorizer -> List.of();
      case Trigger.Schedule schedule -> List.of();
    };
  }

  private static List<String> resources(Place place, Resource resource) {
    String arn = place.arn(resource);
    return switch (resource) {
      case Table table -> table.indexes().isEmpty() ? List.of(arn) : List.of(arn, arn + "/index/*");
      case Bucket bucket -> List.of(arn + "/*");
      case Queue queue -> List.of(arn);
      case Topic topic -> List.of(arn);
      case Key key -> List.of(arn);
      // The identity sends by settings of its own, and whoever sends needs leave for both.
      case Mailer mailer -> List.of(arn, place.sendingArn(mailer));
    };
  }

  private static String sid(Resource resource) {
    return resource.getClass().getSimpleName() + Names.pascal((Enum<?>) resource);
  }

  private static PolicyStatement allow(String sid, List<String> actions, List<String> resources) {
    return PolicyStatement.Builder.create()
        .sid(sid)
        .actions(new ArrayList<>(new TreeSet<>(actions)))
        .resources(resources)
        .build();
  }
}
