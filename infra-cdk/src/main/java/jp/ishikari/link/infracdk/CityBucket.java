package jp.ishikari.link.infracdk;

import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import jp.ishikari.link.blueprint.Api;
import jp.ishikari.link.blueprint.Filling;
import jp.ishikari.link.blueprint.Key;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Queue;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketAttributes;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.CfnBucket;
import software.amazon.awscdk.services.s3.CorsRule;
import software.amazon.awscdk.services.s3.HttpMethods;
import software.amazon.awscdk.services.s3.IBucket;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectLockRetention;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.amazon.awscdk.services.s3.ReplicationRule;
import software.constructs.Construct;

/** Buckets: private, versioned, only over TLS; what Tokyo holds is copied to Osaka. */
final class CityBucket {
  private static final int DAYS_OLD_VERSIONS_ARE_KEPT = 90;
  private static final int DAYS_LOGS_ARE_KEPT = 365;
  private static final int SECONDS_A_BROWSER_REMEMBERS = 3600;

  /** What is deleted in quarantine is gone soon, and so is what never became an object. */
  private static final int DAYS_OF_QUARANTINE = 2;

  private CityBucket() {}

  static Bucket make(
      Construct scope,
      Place place,
      jp.ishikari.link.blueprint.Bucket bucket,
      IKey atRest,
      IBucket accessLogs) {
    Bucket.Builder made =
        closed(scope, Names.pascal(bucket), place.bucketName(bucket))
            .encryption(BucketEncryption.KMS)
            .encryptionKey(atRest)
            .bucketKeyEnabled(true)
            .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
            .serverAccessLogsBucket(accessLogs)
            .serverAccessLogsPrefix(Names.kebab(bucket) + "/")
            .lifecycleRules(List.of(bucket.takesUploads() ? quarantine() : oldVersions()));
    if (bucket.takesUploads()) {
      made.cors(List.of(fromThePortal(place)));
    }
    if (place.region() == CityRegion.TOKYO) {
      made.replicationRules(List.of(copyToOsaka(scope, place, bucket)))
          .replicationRole(CopyRole.make(scope, place, bucket).withoutPolicyUpdates());
    }
    Bucket built = made.build();
    if (bucket.isServed()) {
      built.addToResourcePolicy(edgeReads(place, built));
    }
    if (Arrays.stream(Queue.values()).anyMatch(queue -> isOf(bucket, queue.filling()))) {
      tellTheBus(built);
    }
    name(built, "Bucket" + Names.pascal(bucket));
    return built;
  }

  private static LifecycleRule oldVersions() {
    return LifecycleRule.builder()
        .id("old-versions")
        .noncurrentVersionExpiration(Duration.days(DAYS_OLD_VERSIONS_ARE_KEPT))
        .build();
  }

  private static LifecycleRule quarantine() {
    return LifecycleRule.builder()
        .id("quarantine")
        .noncurrentVersionExpiration(Duration.days(DAYS_OF_QUARANTINE))
        .abortIncompleteMultipartUploadAfter(Duration.days(DAYS_OF_QUARANTINE))
        .build();
  }

  /** Pages of the portal put parts with a signed permission, and do nothing else. */
  private static CorsRule fromThePortal(Place place) {
    return CorsRule.builder()
        .id("portal")
        .allowedOrigins(List.of("https://" + place.settings().host(Api.RESIDENT)))
        .allowedMethods(List.of(HttpMethods.PUT))
        .allowedHeaders(List.of("content-type", "x-amz-checksum-sha256"))
        .maxAge(SECONDS_A_BROWSER_REMEMBERS)
        .build();
  }

  private static boolean isOf(jp.ishikari.link.blueprint.Bucket bucket, Filling filling) {
    return switch (filling) {
      case Filling.NewObjects objects -> objects.bucket() == bucket;
      case Filling.Verdicts verdicts -> verdicts.bucket() == bucket;
      case Filling.CityEvents events -> false;
      case Filling.MailFeedback feedback -> false;
      case Filling.Jobs jobs -> false;
    };
  }

  /**
   * What is put into it is told on the account's bus. The kit's own way makes a function for it.
   */
  static void tellTheBus(Bucket bucket) {
    ((CfnBucket) bucket.getNode().getDefaultChild())
        .setNotificationConfiguration(
            CfnBucket.NotificationConfigurationProperty.builder()
                .eventBridgeConfiguration(
                    CfnBucket.EventBridgeConfigurationProperty.builder()
                        .eventBridgeEnabled(true)
                        .build())
                .build());
  }

  /** Access logs of the buckets; log delivery can only write with the bucket's own key. */
  static Bucket makeForAccessLogs(Construct scope, Place place) {
    Bucket built =
        closed(scope, "AccessLogs", accessLogsName(place))
            .encryption(BucketEncryption.S3_MANAGED)
            .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
            .lifecycleRules(
                List.of(
                    LifecycleRule.builder()
                        .id("logs")
                        .expiration(Duration.days(DAYS_LOGS_ARE_KEPT))
                        .build()))
            .build();
    name(built, "BucketAccessLogs");
    return built;
  }

  /**
   * What CloudTrail writes: nobody, not even an administrator of the account, changes or deletes it
   * before its time without a right of its own.
   */
  static Bucket makeForTrail(Construct scope, Place place, IBucket accessLogs) {
    Bucket built =
        records(scope, "Trail", trailName(place), accessLogs)
            .objectLockEnabled(true)
            .objectLockDefaultRetention(
                ObjectLockRetention.governance(Duration.days(DAYS_LOGS_ARE_KEPT)))
            .build();
    letWrite(
        built,
        place,
        "cloudtrail.amazonaws.com",
        "aws:SourceArn",
        place.arn("cloudtrail", "trail/" + Names.CITY));
    name(built, "BucketTrail");
    return built;
  }

  /** What Config writes; it cannot write into a bucket that locks by itself. */
  static Bucket makeForConfigurations(Construct scope, Place place, IBucket accessLogs) {
    Bucket built = records(scope, "Configurations", configurationsName(place), accessLogs).build();
    letWrite(built, place, "config.amazonaws.com", "aws:SourceAccount", place.settings().account());
    name(built, "BucketConfigurations");
    return built;
  }

  private static Bucket.Builder records(
      Construct scope, String id, String name, IBucket accessLogs) {
    return closed(scope, id, name)
        .encryption(BucketEncryption.S3_MANAGED)
        .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
        .serverAccessLogsBucket(accessLogs)
        .serverAccessLogsPrefix(id.toLowerCase(Locale.ROOT) + "/")
        .lifecycleRules(
            List.of(
                LifecycleRule.builder()
                    .id("records")
                    .expiration(Duration.days(DAYS_LOGS_ARE_KEPT))
                    .noncurrentVersionExpiration(Duration.days(1))
                    .build()));
  }

  private static void letWrite(
      Bucket bucket, Place place, String service, String condition, String value) {
    ServicePrincipal writer = new ServicePrincipal(service);
    bucket.addToResourcePolicy(
        PolicyStatement.Builder.create()
            .principals(List.of(writer))
            .actions(List.of("s3:GetBucketAcl", "s3:ListBucket"))
            .resources(List.of(bucket.getBucketArn()))
            .conditions(ImmutableMap.of("StringEquals", ImmutableMap.of(condition, value)))
            .build());
    bucket.addToResourcePolicy(
        PolicyStatement.Builder.create()
            .principals(List.of(writer))
            .actions(List.of("s3:PutObject"))
            .resources(
                List.of(bucket.arnForObjects("AWSLogs/" + place.settings().account() + "/*")))
            .conditions(
                ImmutableMap.of(
                    "StringEquals",
                    ImmutableMap.of("s3:x-amz-acl", "bucket-owner-full-control", condition, value)))
            .build());
  }

  static String trailName(Place place) {
    return place.bucketName(Names.CITY + "-trail");
  }

  static String configurationsName(Place place) {
    return place.bucketName(Names.CITY + "-configurations");
  }

  static String accessLogsName(Place place) {
    return place.bucketName(Names.CITY + "-access-logs");
  }

  private static Bucket.Builder closed(Construct scope, String id, String name) {
    return Bucket.Builder.create(scope, id)
        .bucketName(name)
        .versioned(true)
        .enforceSsl(true)
        .minimumTlsVersion(1.2)
        .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
        .removalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
  }

  private static ReplicationRule copyToOsaka(
      Construct scope, Place place, jp.ishikari.link.blueprint.Bucket bucket) {
    Place osaka = place.other();
    String id = Names.pascal(bucket) + "Copy";
    return ReplicationRule.builder()
        .id("osaka")
        .priority(0)
        .deleteMarkerReplication(true)
        .destination(
            Bucket.fromBucketAttributes(
                scope,
                id,
                BucketAttributes.builder()
                    .bucketName(osaka.bucketName(bucket))
                    .region(osaka.region().code())
                    .build()))
        .kmsKey(
            software.amazon.awscdk.services.kms.Key.fromKeyArn(
                scope, id + "Key", osaka.arn(Key.AT_REST)))
        .sseKmsEncryptedObjects(true)
        .build();
  }

  /**
   * Any distribution of this account, because naming the one would tie the two stacks in a knot.
   */
  private static PolicyStatement edgeReads(Place place, Bucket bucket) {
    return PolicyStatement.Builder.create()
        .sid("EdgeReads")
        .principals(List.of(new ServicePrincipal("cloudfront.amazonaws.com")))
        .actions(List.of("s3:GetObject"))
        .resources(List.of(bucket.arnForObjects("*")))
        .conditions(
            ImmutableMap.of(
                "ArnLike",
                ImmutableMap.of(
                    "aws:SourceArn",
                    "arn:aws:cloudfront::" + place.settings().account() + ":distribution/*")))
        .build();
  }

  private static void name(Bucket bucket, String logicalId) {
    ((CfnResource) bucket.getNode().getDefaultChild()).overrideLogicalId(logicalId);
  }
}
