package jp.ishikari.link.infracdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.EventType;
import jp.ishikari.link.blueprint.Filling;
import jp.ishikari.link.blueprint.Gauge;
import jp.ishikari.link.blueprint.Key;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Queue;
import jp.ishikari.link.blueprint.Signal;
import jp.ishikari.link.blueprint.Topic;
import jp.ishikari.link.blueprint.Trigger;
import jp.ishikari.link.infracdk.SynthesisedCity.Found;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No message can be lost without an operator hearing of it. */
class MessagingTest {
  private final SynthesisedCity city = SynthesisedCity.shared();

  @Nested
  class Queues {
    @ParameterizedTest
    @EnumSource(CityRegion.class)
    void are_the_declared_ones_their_dead_letters_and_the_failures_of_streams(CityRegion region) {
      Set<String> declared = new TreeSet<>();
      for (Queue queue : Queue.values()) {
        declared.add(Names.physical(queue));
        declared.add(Names.deadLetter(queue));
      }
      Arrays.stream(Entry.values())
          .filter(entry -> entry.trigger() instanceof Trigger.Stream)
          .map(Names::failures)
          .forEach(declared::add);
      assertEquals(declared, queues(region).keySet());
    }

    @ParameterizedTest
    @EnumSource(CityRegion.class)
    void are_encrypted_and_refuse_what_does_not_come_over_tls(CityRegion region) {
      Place place = SynthesisedCity.place(region);
      queues(region)
          .forEach(
              (name, queue) ->
                  assertEquals(
                      place.arn(Key.AT_REST),
                      queue.properties().path("KmsMasterKeyId").asText(),
                      name));
      assertEquals(
          queues(region).size(),
          city.all(region, "AWS::SQS::QueuePolicy").stream()
              .filter(policy -> policy.resource().toString().contains("aws:SecureTransport"))
              .count());
    }

    @ParameterizedTest
    @EnumSource(CityRegion.class)
    void give_up_after_the_declared_number_of_tries_into_their_own_dead_letters(CityRegion region) {
      Map<String, Found> queues = queues(region);
      for (Queue queue : Queue.values()) {
        JsonNode redrive = queues.get(Names.physical(queue)).properties().path("RedrivePolicy");
        assertEquals(Queue.MAX_RECEIVES, redrive.path("maxReceiveCount").asInt());
        assertEquals(
            queues.get(Names.deadLetter(queue)).logicalId(),
            redrive.at("/deadLetterTargetArn/Fn::GetAtt/0").asText());
      }
    }

    @ParameterizedTest
    @EnumSource(CityRegion.class)
    void that_nobody_reads_ring_at_the_first_message(CityRegion region) {
      Set<String> watched =
          city.all(region, "AWS::CloudWatch::Alarm").stream()
              .map(Found::properties)
              .filter(
                  alarm ->
                      alarm
                          .path("MetricName")
                          .asText()
                          .equals("ApproximateNumberOfMessagesVisible"))
              .filter(alarm -> alarm.path("Threshold").asInt() == 1)
              .map(alarm -> alarm.at("/Dimensions/0/Value/Fn::GetAtt/0").asText())
              .collect(Collectors.toSet());
      queues(region)
          .forEach(
              (name, queue) ->
                  assertTrue(
                      queue.properties().has("RedrivePolicy")
                          || watched.contains(queue.logicalId()),
                      name));
    }

    private Map<String, Found> queues(CityRegion region) {
      return city.all(region, "AWS::SQS::Queue").stream()
          .collect(
              Collectors.toMap(
                  found -> found.properties().path("QueueName").asText(),
                  found -> found,
                  (one, two) -> one,
                  TreeMap::new));
    }
  }

  @Nested
  class Topics {
    @ParameterizedTest
    @EnumSource(CityRegion.class)
    void are_the_declared_ones_and_the_operators(CityRegion region) {
      Set<String> declared =
          Arrays.stream(Topic.values())
              .map(Names::physical)
              .collect(Collectors.toCollection(TreeSet::new));
      declared.add(Place.ALARMS);
      assertEquals(
          declared,
          city.all(region, "AWS::SNS::Topic").stream()
              .map(found -> found.properties().path("TopicName").asText())
              .collect(Collectors.toCollection(TreeSet::new)));
    }

    @ParameterizedTest
    @EnumSource(CityRegion.class)
    void reach_every_declared_queue_with_the_message_as_it_is(CityRegion region) {
      List<Found> toQueues =
          city.all(region, "AWS::SNS::Subscription").stream()
              .filter(found -> found.properties().path("Protocol").asText().equals("sqs"))
              .toList();
      assertEquals(
          Arrays.stream(Queue.values())
              .filter(queue -> queue.filling() instanceof Filling.CityEvents)
              .count(),
          toQueues.size());
      for (Found subscription : toQueues) {
        assertTrue(subscription.properties().path("RawMessageDelivery").asBoolean());
      }
    }

    @ParameterizedTest
    @EnumSource(CityRegion.class)
    void hand_a_queue_the_types_it_takes_and_no_others(CityRegion region) {
      Map<String, String> names =
          city.all(region, "AWS::SQS::Queue").stream()
              .collect(
                  Collectors.toMap(
                      Found::logicalId, found -> found.properties().path("QueueName").asText()));
      Map<String, Set<String>> handed = new TreeMap<>();
      for (Found subscription : city.all(region, "AWS::SNS::Subscription")) {
        if (subscription.properties().path("Protocol").asText().equals("sqs")) {
          Set<String> types = new TreeSet<>();
          subscription
              .properties()
              .at("/FilterPolicy/" + EventType.ATTRIBUTE)
              .forEach(type -> types.add(type.asText()));
          handed.put(
              names.get(subscription.properties().at("/Endpoint/Fn::GetAtt/0").asText()), types);
        }
      }
      Map<String, Set<String>> declared = new TreeMap<>();
      for (Queue queue : Queue.values()) {
        if (queue.filling() instanceof Filling.CityEvents events) {
          declared.put(
              Names.physical(queue),
              events.types().stream()
                  .map(Names::cloudEvent)
                  .collect(Collectors.toCollection(TreeSet::new)));
        }
      }
      assertEquals(declared, handed);
    }
  }

  @Nested
  class Alarms {
    @Test
    void each_names_a_page_that_exists_and_reaches_the_operators() {
      List<Found> alarms =
          city.all().stream()
              .filter(found -> found.type().equals("AWS::CloudWatch::Alarm"))
              .toList();
      assertFalse(alarms.isEmpty());
      for (Found alarm : alarms) {
        String page = alarm.properties().path("AlarmDescription").asText().replace("手順書: ", "");
        assertTrue(
            Files.isRegularFile(SynthesisedCity.REPOSITORY.resolve(page)),
            alarm.properties().path("AlarmName").asText() + " → " + page);
        CityRegion region = alarm.stack().startsWith("osaka") ? CityRegion.OSAKA : CityRegion.TOKYO;
        assertEquals(
            SynthesisedCity.place(region).alarmsArn(),
            alarm.properties().at("/AlarmActions/0").asText());
      }
    }

    /** Its policy and its key must both let the alarms' service in, or none of them ever rings. */
    @ParameterizedTest
    @EnumSource(CityRegion.class)
    void may_publish_to_the_operators_topic_and_use_its_key(CityRegion region) {
      Found topic =
          city.all(region, "AWS::SNS::Topic").stream()
              .filter(found -> found.stack().endsWith("foundation"))
              .findFirst()
              .orElseThrow();
      Found policy =
          city.all(region, "AWS::SNS::TopicPolicy").stream()
              .filter(found -> found.stack().endsWith("foundation"))
              .findFirst()
              .orElseThrow();
      assertEquals(
          topic.logicalId(), policy.properties().at("/Topics/0/Ref").asText(), policy::toString);
      assertTrue(lets("sns:Publish", policy.properties().path("PolicyDocument")));
      // Of the same stack: at the first deployment no other id is known.
      assertEquals(
          "{\"Fn::GetAtt\":[\"KeyAtRest\",\"Arn\"]}",
          topic.properties().path("KmsMasterKeyId").toString());
      Found key =
          Stream.of("AWS::KMS::Key", "AWS::KMS::ReplicaKey")
              .flatMap(type -> city.all(region, type).stream())
              .filter(found -> found.logicalId().equals("KeyAtRest"))
              .findFirst()
              .orElseThrow();
      assertTrue(lets("kms:GenerateDataKey*", key.properties().path("KeyPolicy")));
    }

    private boolean lets(String action, JsonNode policy) {
      return StreamSupport.stream(policy.path("Statement").spliterator(), false)
          .anyMatch(
              statement ->
                  statement.path("Effect").asText().equals("Allow")
                      && statement.at("/Principal/Service").toString().contains("cloudwatch.")
                      && statement.path("Action").toString().contains("\"" + action + "\""));
    }

    @ParameterizedTest
    @EnumSource
    void a_signal_in_the_log_calls_the_operators_at_its_first_line(Signal signal) {
      List<Found> filters =
          city.all().stream().filter(f -> f.type().equals("AWS::Logs::MetricFilter")).toList();
      assertEquals(
          CityRegion.values().length,
          filters.stream()
              .map(filter -> filter.properties().path("FilterPattern").asText())
              .filter(("{ $.message = \"" + signal.message() + "\" }")::equals)
              .count());
      List<Found> alarms =
          city.all().stream()
              .filter(f -> f.properties().path("MetricName").asText().equals(signal.message()))
              .toList();
      assertEquals(CityRegion.values().length, alarms.size());
      for (Found alarm : alarms) {
        assertEquals(1, alarm.properties().path("Threshold").asInt());
        assertEquals(1, alarm.properties().path("EvaluationPeriods").asInt());
      }
    }

    @ParameterizedTest
    @EnumSource
    void a_gauge_in_the_log_calls_the_operators_when_it_stays_too_high(Gauge gauge) {
      List<JsonNode> made =
          city.all().stream()
              .filter(f -> f.type().equals("AWS::Logs::MetricFilter"))
              .map(f -> f.properties().at("/MetricTransformations/0"))
              .filter(metric -> metric.path("MetricName").asText().equals(gauge.message()))
              .toList();
      assertEquals(CityRegion.values().length, made.size());
      made.forEach(
          metric -> assertEquals("$." + gauge.field(), metric.path("MetricValue").asText()));
      List<Found> alarms =
          city.all().stream()
              .filter(f -> f.properties().path("MetricName").asText().equals(gauge.message()))
              .toList();
      assertEquals(CityRegion.values().length, alarms.size());
      for (Found alarm : alarms) {
        assertEquals(gauge.tooHigh(), alarm.properties().path("Threshold").asInt());
        assertEquals(Gauge.MINUTES, alarm.properties().path("EvaluationPeriods").asInt());
        assertEquals("Maximum", alarm.properties().path("Statistic").asText());
      }
    }

    @ParameterizedTest
    @EnumSource
    void pages_tell_what_it_means_how_to_look_and_what_to_do(Runbook runbook) throws IOException {
      String page = Files.readString(SynthesisedCity.REPOSITORY.resolve(runbook.path()));
      for (String part : List.of("## 意味", "## 確認", "## 対処", "## 終わり")) {
        assertTrue(page.contains(part), runbook.path() + " has no part " + part);
      }
    }
  }
}
