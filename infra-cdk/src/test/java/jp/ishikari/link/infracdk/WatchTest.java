package jp.ishikari.link.infracdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import jp.ishikari.link.infracdk.SynthesisedCity.Found;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What watches the account itself. */
class WatchTest {
  private final SynthesisedCity city = SynthesisedCity.shared();

  @Nested
  class Recorded {
    @Test
    void one_trail_records_both_regions_and_what_belongs_to_none() {
      JsonNode trail = only(CityRegion.TOKYO, "AWS::CloudTrail::Trail").properties();
      for (String said :
          List.of(
              "IsLogging",
              "IsMultiRegionTrail",
              "IncludeGlobalServiceEvents",
              "EnableLogFileValidation")) {
        assertTrue(trail.path(said).asBoolean(), said);
      }
      assertEquals(List.of(), city.all(CityRegion.OSAKA, "AWS::CloudTrail::Trail"));
    }

    @Test
    void what_the_trail_wrote_cannot_be_changed_for_a_year() {
      Found bucket = bucket(CityRegion.TOKYO, "BucketTrail");
      assertEquals(
          only(CityRegion.TOKYO, "AWS::CloudTrail::Trail").properties().path("S3BucketName"),
          bucket.properties().path("BucketName"));
      assertTrue(bucket.properties().path("ObjectLockEnabled").asBoolean());
      assertEquals(
          365,
          bucket.properties().at("/ObjectLockConfiguration/Rule/DefaultRetention/Days").asInt());
    }

    @ParameterizedTest
    @EnumSource
    void every_setting_of_a_region_is_recorded_where_its_service_may_write(CityRegion region) {
      assertTrue(
          only(region, "AWS::Config::ConfigurationRecorder")
              .properties()
              .at("/RecordingGroup/AllSupported")
              .asBoolean());
      assertEquals(
          bucket(region, "BucketConfigurations").properties().path("BucketName"),
          only(region, "AWS::Config::DeliveryChannel").properties().path("S3BucketName"));
      assertTrue(writers(region, "BucketConfigurations").contains("config.amazonaws.com"));
    }

    @Test
    void the_trail_may_write_into_its_bucket_and_nobody_elses() {
      assertTrue(writers(CityRegion.TOKYO, "BucketTrail").contains("cloudtrail.amazonaws.com"));
      String policy = policyOf(CityRegion.TOKYO, "BucketTrail").toString();
      assertTrue(
          policy.contains(
              "\"aws:SourceArn\":\"arn:aws:cloudtrail:ap-northeast-1:123456789012:trail/ishikari-link\""),
          policy);
    }
  }

  @Nested
  class WhatIsFound {
    @ParameterizedTest
    @EnumSource(CityRegion.class)
    void attacks_and_breaches_are_kept_in_a_log_that_rings(CityRegion region) {
      assertTrue(only(region, "AWS::GuardDuty::Detector").properties().path("Enable").asBoolean());
      Found log = find(region, "AWS::Logs::LogGroup", "Found");
      String name = log.properties().path("LogGroupName").asText();
      List<JsonNode> rules =
          city.all(region, "AWS::Events::Rule").stream()
              .filter(rule -> rule.stack().endsWith("watch"))
              .map(Found::properties)
              .toList();
      assertEquals(
          Set.of("aws.guardduty", "aws.config"),
          rules.stream()
              .map(rule -> rule.at("/EventPattern/source/0").asText())
              .collect(Collectors.toSet()));
      for (JsonNode rule : rules) {
        assertTrue(rule.at("/Targets/0/Arn").asText().endsWith(":log-group:" + name));
      }
      assertTrue(
          only(region, "AWS::Logs::ResourcePolicy")
              .properties()
              .path("PolicyDocument")
              .asText()
              .contains("log-group:" + name + ":*"));
      assertTrue(
          city.all(region, "AWS::CloudWatch::Alarm").stream()
              .filter(alarm -> alarm.stack().endsWith("watch"))
              .allMatch(
                  alarm ->
                      alarm
                          .properties()
                          .at("/AlarmActions/0")
                          .asText()
                          .equals(SynthesisedCity.place(region).alarmsArn())));
    }

    @ParameterizedTest
    @EnumSource(CityRegion.class)
    void a_bucket_opened_a_key_given_up_or_a_backup_switched_off_is_found(CityRegion region) {
      Set<String> rules =
          city.all(region, "AWS::Config::ConfigRule").stream()
              .map(rule -> rule.properties().at("/Source/SourceIdentifier").asText())
              .collect(Collectors.toSet());
      assertTrue(
          rules.containsAll(
              Set.of(
                  "S3_ACCOUNT_LEVEL_PUBLIC_ACCESS_BLOCKS_PERIODIC",
                  "KMS_CMK_NOT_SCHEDULED_FOR_DELETION",
                  "DYNAMODB_PITR_ENABLED")),
          rules.toString());
    }
  }

  @Nested
  class Refused {
    @Test
    void any_bucket_of_the_account_in_public() {
      String call = only(CityRegion.TOKYO, "Custom::AWS").properties().path("Create").toString();
      assertTrue(call.contains("putPublicAccessBlock"), call);
      for (String blocked :
          List.of(
              "BlockPublicAcls",
              "BlockPublicPolicy",
              "IgnorePublicAcls",
              "RestrictPublicBuckets")) {
        assertTrue(call.contains("\\\"" + blocked + "\\\":true"), call);
      }
    }
  }

  private Found only(CityRegion region, String type) {
    List<Found> all = city.all(region, type);
    assertEquals(1, all.size(), type);
    return all.getFirst();
  }

  private Found bucket(CityRegion region, String logicalId) {
    return find(region, "AWS::S3::Bucket", logicalId);
  }

  private Found find(CityRegion region, String type, String logicalId) {
    return city.all(region, type).stream()
        .filter(found -> found.logicalId().startsWith(logicalId))
        .findFirst()
        .orElseThrow();
  }

  private JsonNode policyOf(CityRegion region, String bucket) {
    return city.all(region, "AWS::S3::BucketPolicy").stream()
        .map(Found::properties)
        .filter(policy -> policy.at("/Bucket/Ref").asText().equals(bucket))
        .findFirst()
        .orElseThrow()
        .path("PolicyDocument");
  }

  private Set<String> writers(CityRegion region, String bucket) {
    return StreamSupport.stream(policyOf(region, bucket).path("Statement").spliterator(), false)
        .filter(statement -> statement.path("Action").asText().equals("s3:PutObject"))
        .map(statement -> statement.at("/Principal/Service").asText())
        .collect(Collectors.toSet());
  }
}
