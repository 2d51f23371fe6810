package jp.ishikari.link.infracdk;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import jp.ishikari.link.blueprint.Api;
import jp.ishikari.link.blueprint.Names;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.wafv2.CfnIPSet;
import software.amazon.awscdk.services.wafv2.CfnLoggingConfiguration;
import software.amazon.awscdk.services.wafv2.CfnWebACL;
import software.amazon.awscdk.services.wafv2.CfnWebACLAssociation;
import software.constructs.Construct;

/** The firewall of one API: who may come at all, how often, and what is known to be an attack. */
final class ApiFirewall extends Construct {
  /** Header in which the edge proves itself ({@link #edgeSecret}). */
  static final String EDGE_HEADER = "x-city-edge";

  /** Requests per address in five minutes; an office of people behind one address stays below. */
  private static final int REQUESTS_PER_ADDRESS = 2000;

  private final Api api;

  ApiFirewall(Construct scope, Place place, Api api, String stageArn) {
    super(scope, "Firewall");
    this.api = api;
    CfnWebACL acl =
        CfnWebACL.Builder.create(this, "Rules")
            .name(Names.CITY + "-" + Names.kebab(api))
            .scope("REGIONAL")
            .defaultAction(
                CfnWebACL.DefaultActionProperty.builder()
                    .allow(CfnWebACL.AllowActionProperty.builder().build())
                    .build())
            .associationConfig(
                CfnWebACL.AssociationConfigProperty.builder()
                    .requestBody(
                        ImmutableMap.of(
                            "API_GATEWAY",
                            CfnWebACL.RequestBodyAssociatedResourceTypeConfigProperty.builder()
                                .defaultSizeInspectionLimit("KB_64")
                                .build()))
                    .build())
            .visibilityConfig(visible("all"))
            .rules(rules(place))
            .build();
    CfnWebACLAssociation.Builder.create(this, "Stage")
        .resourceArn(stageArn)
        .webAclArn(acl.getAttrArn())
        .build();
    logBlocked(acl);
  }

  private List<CfnWebACL.RuleProperty> rules(Place place) {
    List<CfnWebACL.RuleProperty> rules = new ArrayList<>();
    if (api == Api.RESIDENT) {
      rules.add(rule(rules, "not-through-the-edge", not(fromOurEdge(place.settings()))));
    }
    if (api == Api.STAFF && !place.settings().staffNetworks().isEmpty()) {
      CfnIPSet networks =
          CfnIPSet.Builder.create(this, "StaffNetworks")
              .name(Names.CITY + "-staff-networks")
              .scope("REGIONAL")
              .ipAddressVersion("IPV4")
              .addresses(place.settings().staffNetworks())
              .build();
      rules.add(
          rule(
              rules,
              "not-from-the-office",
              not(
                  CfnWebACL.StatementProperty.builder()
                      .ipSetReferenceStatement(
                          CfnWebACL.IPSetReferenceStatementProperty.builder()
                              .arn(networks.getAttrArn())
                              .build())
                      .build())));
    }
    rules.add(rule(rules, "too-often", tooOften()));
    if (api != Api.RESIDENT) {
      // Looks at who connects, and has no option for an address that is passed on: behind the edge
      // it would judge the edge.
      rules.add(managed(rules, "AWSManagedRulesAmazonIpReputationList", List.of()));
    }
    rules.add(managed(rules, "AWSManagedRulesKnownBadInputsRuleSet", List.of()));
    // Blocks bodies above 8 KB, which an honest Japanese application reaches; the functions refuse
    // what is larger than the route says themselves.
    rules.add(managed(rules, "AWSManagedRulesCommonRuleSet", List.of("SizeRestrictions_BODY")));
    return rules;
  }

  /**
   * What a template holds of a value by which the edge proves itself: a reference, because the
   * value never leaves the secret store. It names the number, so that another value is another
   * template.
   */
  static String edgeSecret(String number) {
    return "{{resolve:secretsmanager:" + Place.edgeProof(number) + "}}";
  }

  private static CfnWebACL.StatementProperty fromOurEdge(CitySettings settings) {
    List<CfnWebACL.StatementProperty> proofs =
        settings.edgeProofs().stream().map(ApiFirewall::carries).toList();
    return proofs.size() == 1
        ? proofs.getFirst()
        : CfnWebACL.StatementProperty.builder()
            .orStatement(CfnWebACL.OrStatementProperty.builder().statements(proofs).build())
            .build();
  }

  private static CfnWebACL.StatementProperty carries(String number) {
    return CfnWebACL.StatementProperty.builder()
        .byteMatchStatement(
            CfnWebACL.ByteMatchStatementProperty.builder()
                .fieldToMatch(
                    CfnWebACL.FieldToMatchProperty.builder()
                        .singleHeader(ImmutableMap.of("Name", EDGE_HEADER))
                        .build())
                .positionalConstraint("EXACTLY")
                .searchString(edgeSecret(number))
                .textTransformations(
                    List.of(
                        CfnWebACL.TextTransformationProperty.builder()
                            .priority(0)
                            .type("NONE")
                            .build()))
                .build())
        .build();
  }

  private CfnWebACL.StatementProperty tooOften() {
    CfnWebACL.RateBasedStatementProperty.Builder rate =
        CfnWebACL.RateBasedStatementProperty.builder().limit(REQUESTS_PER_ADDRESS);
    if (api == Api.RESIDENT) {
      rate.aggregateKeyType("FORWARDED_IP")
          .forwardedIpConfig(
              CfnWebACL.ForwardedIPConfigurationProperty.builder()
                  .headerName(Api.VIEWER_HEADER)
                  .fallbackBehavior("MATCH")
                  .build());
    } else {
      rate.aggregateKeyType("IP");
    }
    return CfnWebACL.StatementProperty.builder().rateBasedStatement(rate.build()).build();
  }

  private static CfnWebACL.StatementProperty not(CfnWebACL.StatementProperty statement) {
    return CfnWebACL.StatementProperty.builder()
        .notStatement(CfnWebACL.NotStatementProperty.builder().statement(statement).build())
        .build();
  }

  private CfnWebACL.RuleProperty rule(
      List<CfnWebACL.RuleProperty> before, String name, CfnWebACL.StatementProperty statement) {
    return CfnWebACL.RuleProperty.builder()
        .name(name)
        .priority(before.size())
        .statement(statement)
        .action(
            CfnWebACL.RuleActionProperty.builder()
                .block(CfnWebACL.BlockActionProperty.builder().build())
                .build())
        .visibilityConfig(visible(name))
        .build();
  }

  private CfnWebACL.RuleProperty managed(
      List<CfnWebACL.RuleProperty> before, String group, List<String> counted) {
    return CfnWebACL.RuleProperty.builder()
        .name(group)
        .priority(before.size())
        .statement(
            CfnWebACL.StatementProperty.builder()
                .managedRuleGroupStatement(
                    CfnWebACL.ManagedRuleGroupStatementProperty.builder()
                        .vendorName("AWS")
                        .name(group)
                        .ruleActionOverrides(
                            counted.stream()
                                .map(
                                    name ->
                                        CfnWebACL.RuleActionOverrideProperty.builder()
                                            .name(name)
                                            .actionToUse(
                                                CfnWebACL.RuleActionProperty.builder()
                                                    .count(
                                                        CfnWebACL.CountActionProperty.builder()
                                                            .build())
                                                    .build())
                                            .build())
                                .toList())
                        .build())
                .build())
        .overrideAction(CfnWebACL.OverrideActionProperty.builder().none(ImmutableMap.of()).build())
        .visibilityConfig(visible(group))
        .build();
  }

  private CfnWebACL.VisibilityConfigProperty visible(String name) {
    return CfnWebACL.VisibilityConfigProperty.builder()
        .metricName(Names.kebab(api) + "-" + name)
        .cloudWatchMetricsEnabled(true)
        // Samples would show headers and queries of honest residents.
        .sampledRequestsEnabled(false)
        .build();
  }

  /** Only what was blocked, and never cookies, keys, paths (application ids) or queries (codes). */
  private void logBlocked(CfnWebACL acl) {
    LogGroup log =
        LogGroup.Builder.create(this, "Log")
            // The service writes only to groups named so.
            .logGroupName("aws-waf-logs-" + Names.CITY + "-" + Names.kebab(api))
            .retention(RetentionDays.ONE_YEAR)
            .removalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE)
            .build();
    List<Object> redacted = new ArrayList<>();
    for (String header : List.of("cookie", "authorization", "x-api-key", EDGE_HEADER)) {
      redacted.add(
          CfnLoggingConfiguration.FieldToMatchProperty.builder()
              .singleHeader(ImmutableMap.of("Name", header))
              .build());
    }
    redacted.add(
        CfnLoggingConfiguration.FieldToMatchProperty.builder()
            .queryString(ImmutableMap.of())
            .build());
    redacted.add(
        CfnLoggingConfiguration.FieldToMatchProperty.builder().uriPath(ImmutableMap.of()).build());
    CfnLoggingConfiguration.Builder.create(this, "Logging")
        .resourceArn(acl.getAttrArn())
        .logDestinationConfigs(List.of(log.getLogGroupArn()))
        .redactedFields(redacted)
        .loggingFilter(
            ImmutableMap.of(
                "DefaultBehavior",
                "DROP",
                "Filters",
                List.of(
                    ImmutableMap.of(
                        "Behavior",
                        "KEEP",
                        "Requirement",
                        "MEETS_ANY",
                        "Conditions",
                        List.of(
                            ImmutableMap.of(
                                "ActionCondition", ImmutableMap.of("Action", "BLOCK")))))))
        .build();
  }
}
