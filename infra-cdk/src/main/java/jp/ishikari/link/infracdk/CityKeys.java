package jp.ishikari.link.infracdk;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.ishikari.link.blueprint.Key;
import jp.ishikari.link.blueprint.Names;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.kms.CfnAlias;
import software.amazon.awscdk.services.kms.CfnKey;
import software.amazon.awscdk.services.kms.CfnReplicaKey;
import software.constructs.Construct;

/** The multi-region keys: primaries in Tokyo, replicas with the same material and id in Osaka. */
final class CityKeys extends Construct {
  private static final int DAYS_TO_REGRET_DELETION = 30;

  private final Map<Key, CfnResource> keys = new EnumMap<>(Key.class);

  CityKeys(Construct scope, Place place) {
    super(scope, "Keys");
    for (Key key : Key.values()) {
      CfnResource made =
          place.region() == CityRegion.TOKYO ? primary(key, place) : replica(key, place);
      made.overrideLogicalId("Key" + Names.pascal(key));
      made.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
      CfnAlias.Builder.create(this, Names.pascal(key) + "Alias")
          .aliasName(place.keyAlias(key))
          .targetKeyId(made.getRef())
          .build();
      keys.put(key, made);
      if (place.region() == CityRegion.TOKYO) {
        CfnOutput.Builder.create(this, Made.output(key))
            .value(made.getRef())
            .build()
            .overrideLogicalId(Made.output(key));
      }
    }
  }

  /** ARN of a key made here. */
  String arn(Key key) {
    return keys.get(key).getAtt("Arn").toString();
  }

  private CfnKey primary(Key key, Place place) {
    CfnKey.Builder made =
        CfnKey.Builder.create(this, Names.pascal(key))
            .description(Names.physical(key))
            .multiRegion(true)
            .pendingWindowInDays(DAYS_TO_REGRET_DELETION)
            .keyPolicy(policy(key, place));
    switch (key.kind()) {
      case MAC -> made.keySpec("HMAC_256").keyUsage("GENERATE_VERIFY_MAC");
      case SIGN -> made.keySpec("ECC_NIST_P256").keyUsage("SIGN_VERIFY");
      case UNWRAP -> made.keySpec("RSA_2048").keyUsage("ENCRYPT_DECRYPT");
      case ENCRYPT -> made.keySpec("SYMMETRIC_DEFAULT").enableKeyRotation(true);
    }
    return made.build();
  }

  private CfnReplicaKey replica(Key key, Place place) {
    return CfnReplicaKey.Builder.create(this, Names.pascal(key))
        .description(Names.physical(key))
        .primaryKeyArn(place.other().arn(key))
        .pendingWindowInDays(DAYS_TO_REGRET_DELETION)
        .keyPolicy(policy(key, place))
        .build();
  }

  /**
   * Roles decide who uses a key; the key at rest is used by storage on behalf of whoever may use
   * it.
   */
  private static Map<String, Object> policy(Key key, Place place) {
    String account = place.settings().account();
    List<Object> statements = new ArrayList<>();
    statements.add(
        statement(
            "RolesOfThisAccountDecide",
            ImmutableMap.of("AWS", "arn:aws:iam::" + account + ":root"),
            List.of("kms:*"),
            ImmutableMap.of()));
    if (key == Key.AT_REST) {
      List<String> storage =
          Arrays.asList("dynamodb", "s3", "sns", "sqs").stream()
              .map(service -> service + "." + place.region().code() + ".amazonaws.com")
              .toList();
      statements.add(
          statement(
              "ThroughStorageForWhoeverMayUseIt",
              ImmutableMap.of("AWS", "*"),
              List.of(
                  "kms:Encrypt",
                  "kms:Decrypt",
                  "kms:ReEncrypt*",
                  "kms:GenerateDataKey*",
                  "kms:CreateGrant",
                  "kms:DescribeKey"),
              ImmutableMap.of(
                  "StringEquals",
                  ImmutableMap.of("kms:CallerAccount", account, "kms:ViaService", storage))));
      statements.add(
          statement(
              "TopicsAndTheBusIntoQueuesAndAlarmsIntoTopics",
              ImmutableMap.of(
                  "Service",
                  List.of("sns.amazonaws.com", "events.amazonaws.com", "cloudwatch.amazonaws.com")),
              List.of("kms:Decrypt", "kms:GenerateDataKey*"),
              ImmutableMap.of(
                  "ArnLike",
                  ImmutableMap.of(
                      "aws:SourceArn",
                      "arn:aws:*:" + place.region().code() + ":" + account + ":*"))));
      statements.add(
          statement(
              "EdgeReadsPublicFiles",
              ImmutableMap.of("Service", "cloudfront.amazonaws.com"),
              List.of("kms:Decrypt"),
              ImmutableMap.of(
                  "ArnLike",
                  ImmutableMap.of(
                      "aws:SourceArn", "arn:aws:cloudfront::" + account + ":distribution/*"))));
    }
    return ordered("Version", "2012-10-17", "Statement", statements);
  }

  private static Map<String, Object> statement(
      String sid, Map<String, ?> principal, List<String> actions, Map<String, ?> condition) {
    Map<String, Object> statement =
        ordered(
            "Sid",
            sid,
            "Effect",
            "Allow",
            "Principal",
            principal,
            "Action",
            actions,
            "Resource",
            "*");
    if (!condition.isEmpty()) {
      statement.put("Condition", condition);
    }
    return statement;
  }

  private static Map<String, Object> ordered(Object... pairs) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put((String) pairs[i], pairs[i + 1]);
    }
    return map;
  }
}
