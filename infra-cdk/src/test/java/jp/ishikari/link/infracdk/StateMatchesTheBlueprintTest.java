package jp.ishikari.link.infracdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import jp.ishikari.link.blueprint.Bucket;
import jp.ishikari.link.blueprint.Key;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.infracdk.SynthesisedCity.Found;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tables, buckets and keys are the declared ones, and none can be lost by a deployment. */
class StateMatchesTheBlueprintTest {
  private final SynthesisedCity city = SynthesisedCity.shared();

  @Nested
  class Tables {
    @Test
    void global_tables_are_made_once_with_a_replica_in_each_region() {
      Set<String> global = new TreeSet<>();
      for (Found table : city.all(CityRegion.TOKYO, "AWS::DynamoDB::GlobalTable")) {
        if (table.properties().path("Replicas").size() == 2) {
          global.add(name(table));
        }
      }
      assertEquals(declared(Table.Scope.GLOBAL), global);
    }

    @Test
    void regional_tables_are_made_in_each_region_and_replicated_nowhere() {
      Set<String> inOsaka =
          city.all(CityRegion.OSAKA, "AWS::DynamoDB::GlobalTable").stream()
              .map(this::name)
              .collect(Collectors.toCollection(TreeSet::new));
      assertEquals(declared(Table.Scope.REGIONAL), inOsaka);
    }

    @ParameterizedTest
    @EnumSource
    void keys_indexes_stream_and_expiry_are_the_declared_ones(Table table) {
      JsonNode made =
          city.all(CityRegion.TOKYO, "AWS::DynamoDB::GlobalTable").stream()
              .filter(found -> name(found).equals(Names.physical(table)))
              .findFirst()
              .orElseThrow()
              .properties();
      Map<String, String> types = new TreeMap<>();
      made.path("AttributeDefinitions")
          .forEach(
              a -> types.put(a.path("AttributeName").asText(), a.path("AttributeType").asText()));

      assertEquals(keys(table.key()), keys(made.path("KeySchema"), types));
      Map<String, String> indexes = new TreeMap<>();
      made.path("GlobalSecondaryIndexes")
          .forEach(
              index ->
                  indexes.put(
                      index.path("IndexName").asText(),
                      keys(index.path("KeySchema"), types)
                          + index.path("Projection").path("ProjectionType").asText()));
      assertEquals(
          table.indexes().stream()
              .collect(Collectors.toMap(Table.Index::name, index -> keys(index.key()) + "ALL")),
          indexes);
      assertEquals(
          table.expires() ? Table.EXPIRY_ATTRIBUTE : "",
          made.path("TimeToLiveSpecification").path("AttributeName").asText());
      assertEquals(
          table.streams() || table.scope() == Table.Scope.GLOBAL ? "NEW_AND_OLD_IMAGES" : "",
          made.path("StreamSpecification").path("StreamViewType").asText());
    }

    private Set<String> declared(Table.Scope scope) {
      return Arrays.stream(Table.values())
          .filter(table -> table.scope() == scope)
          .map(Names::physical)
          .collect(Collectors.toCollection(TreeSet::new));
    }

    private String name(Found table) {
      return table.properties().path("TableName").asText();
    }

    private String keys(Table.KeySchema schema) {
      return "HASH " + schema.partition() + schema.sort().map(sort -> " RANGE " + sort).orElse("");
    }

    private String keys(JsonNode schema, Map<String, String> types) {
      StringBuilder keys = new StringBuilder();
      for (JsonNode key : schema) {
        String name = key.path("AttributeName").asText();
        keys.append(keys.isEmpty() ? "" : " ")
            .append(key.path("KeyType").asText())
            .append(' ')
            .append(new Table.KeyAttribute(name, Table.KeyType.valueOf(types.get(name))));
      }
      return keys.toString();
    }
  }

  @Nested
  class Buckets {
    @ParameterizedTest
    @EnumSource
    void each_region_has_the_declared_buckets_and_those_of_what_is_recorded(CityRegion region) {
      Place place = SynthesisedCity.place(region);
      Set<String> declared =
          Arrays.stream(Bucket.values())
              .map(place::bucketName)
              .collect(Collectors.toCollection(TreeSet::new));
      declared.add(CityBucket.accessLogsName(place));
      declared.add(CityBucket.configurationsName(place));
      if (region == CityRegion.TOKYO) {
        declared.add(CityBucket.trailName(place));
      }
      assertEquals(
          declared,
          city.all(region, "AWS::S3::Bucket").stream()
              .map(found -> found.properties().path("BucketName").asText())
              .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void every_bucket_is_private_versioned_and_encrypted() {
      for (Found bucket : buckets()) {
        JsonNode made = bucket.properties();
        assertEquals("Enabled", made.at("/VersioningConfiguration/Status").asText());
        assertEquals(4, made.path("PublicAccessBlockConfiguration").size());
        made.path("PublicAccessBlockConfiguration")
            .forEach(blocked -> assertTrue(blocked.asBoolean(), bucket.logicalId()));
        assertEquals(1, made.at("/BucketEncryption/ServerSideEncryptionConfiguration").size());
      }
    }

    @Test
    void every_bucket_refuses_what_does_not_come_over_tls() {
      for (Found bucket : buckets()) {
        boolean refuses =
            city.all().stream()
                .filter(found -> found.type().equals("AWS::S3::BucketPolicy"))
                .filter(found -> found.stack().equals(bucket.stack()))
                .filter(
                    found ->
                        found.properties().at("/Bucket/Ref").asText().equals(bucket.logicalId()))
                .flatMap(found -> stream(found.properties().at("/PolicyDocument/Statement")))
                .anyMatch(
                    statement ->
                        statement.path("Effect").asText().equals("Deny")
                            && statement
                                .at("/Condition/Bool/aws:SecureTransport")
                                .asText()
                                .equals("false"));
        assertTrue(refuses, bucket.logicalId());
      }
    }

    @Test
    void what_tokyo_holds_is_copied_to_osaka_and_never_back() {
      Place osaka = SynthesisedCity.place(CityRegion.OSAKA);
      for (Bucket bucket : Bucket.values()) {
        JsonNode rule =
            city.template(CityRegion.TOKYO, "state")
                .at("/Resources/Bucket" + Names.pascal(bucket))
                .at("/Properties/ReplicationConfiguration/Rules/0");
        assertTrue(
            rule.at("/Destination/Bucket").toString().contains(osaka.bucketName(bucket)),
            rule.toString());
        assertEquals(
            osaka.arn(Key.AT_REST),
            rule.at("/Destination/EncryptionConfiguration/ReplicaKmsKeyID").asText());
        assertTrue(
            city.template(CityRegion.OSAKA, "state")
                .at("/Resources/Bucket" + Names.pascal(bucket))
                .at("/Properties/ReplicationConfiguration")
                .isMissingNode());
      }
    }

    private List<Found> buckets() {
      return city.all().stream().filter(found -> found.type().equals("AWS::S3::Bucket")).toList();
    }
  }

  @Nested
  class Keys {
    @ParameterizedTest
    @EnumSource
    void each_key_is_multi_region_with_the_declared_use(Key key) {
      JsonNode primary =
          city.template(CityRegion.TOKYO, "foundation")
              .at("/Resources/Key" + Names.pascal(key) + "/Properties");
      assertTrue(primary.path("MultiRegion").asBoolean());
      assertEquals(
          switch (key.kind()) {
            case MAC -> "HMAC_256 GENERATE_VERIFY_MAC";
            case SIGN -> "ECC_NIST_P256 SIGN_VERIFY";
            case UNWRAP -> "RSA_2048 ENCRYPT_DECRYPT";
            case ENCRYPT -> "SYMMETRIC_DEFAULT ";
          },
          primary.path("KeySpec").asText() + " " + primary.path("KeyUsage").asText());
      assertEquals(
          SynthesisedCity.place(CityRegion.TOKYO).arn(key),
          city.template(CityRegion.OSAKA, "foundation")
              .at("/Resources/Key" + Names.pascal(key) + "/Properties/PrimaryKeyArn")
              .asText());
    }
  }

  @Nested
  class WhatMustNeverBeLost {
    @Test
    void keeps_its_logical_ids_because_a_changed_one_would_be_a_new_empty_thing()
        throws IOException {
      Path file = Path.of("src/test/resources/stateful-logical-ids.txt");
      Set<String> kept = kept(file);
      Set<String> made =
          stateful()
              .map(found -> found.stack() + " " + found.logicalId() + " " + found.type())
              .collect(Collectors.toCollection(TreeSet::new));
      assertEquals(List.of(), without(kept, made), "gone: whoever wants that takes the line out");
      if (Boolean.getBoolean("generate")) {
        Files.write(file, made);
      }
      assertEquals(
          List.of(), without(made, kept(file)), "not in " + file + "; run with -Dgenerate=true");
    }

    private Set<String> kept(Path file) throws IOException {
      return new TreeSet<>(Files.readAllLines(file));
    }

    private List<String> without(Set<String> all, Set<String> some) {
      return all.stream().filter(one -> !some.contains(one)).toList();
    }

    @Test
    void stays_when_its_stack_goes() {
      stateful()
          .forEach(
              found -> {
                String where = found.stack() + "/" + found.logicalId();
                // Except when its very creation is taken back: its name must be free for the next
                // try.
                assertEquals(
                    "RetainExceptOnCreate",
                    found.resource().path("DeletionPolicy").asText(),
                    where);
                assertEquals(
                    "Retain", found.resource().path("UpdateReplacePolicy").asText(), where);
              });
    }

    @Test
    void tables_are_protected_from_deletion_and_restorable_to_any_second() {
      for (Found table : city.all(CityRegion.TOKYO, "AWS::DynamoDB::GlobalTable")) {
        for (JsonNode replica : table.properties().path("Replicas")) {
          assertTrue(replica.path("DeletionProtectionEnabled").asBoolean(), table.logicalId());
          assertTrue(
              replica
                  .at("/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled")
                  .asBoolean(),
              table.logicalId());
          CityRegion region =
              replica.path("Region").asText().equals(CityRegion.OSAKA.code())
                  ? CityRegion.OSAKA
                  : CityRegion.TOKYO;
          assertEquals(
              SynthesisedCity.place(region).arn(Key.AT_REST),
              replica.at("/SSESpecification/KMSMasterKeyId").asText());
        }
      }
    }

    private Stream<Found> stateful() {
      Set<String> types =
          Set.of(
              "AWS::DynamoDB::GlobalTable",
              "AWS::DynamoDB::Table",
              "AWS::S3::Bucket",
              "AWS::KMS::Key",
              "AWS::KMS::ReplicaKey",
              "AWS::SecretsManager::Secret");
      return city.all().stream().filter(found -> types.contains(found.type()));
    }
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
