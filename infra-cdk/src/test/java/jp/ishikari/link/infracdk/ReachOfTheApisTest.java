package jp.ishikari.link.infracdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.ishikari.link.blueprint.Api;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.SecurityHeader;
import jp.ishikari.link.infracdk.SynthesisedCity.Found;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each API is reached one way only, past its firewall. */
class ReachOfTheApisTest {
  private final SynthesisedCity city = SynthesisedCity.shared();

  @ParameterizedTest
  @EnumSource
  void an_api_is_regional_and_has_no_address_but_its_own_host(Api api) {
    for (CityRegion region : CityRegion.values()) {
      JsonNode made = api(region, api);
      assertEquals("REGIONAL", made.at("/EndpointConfiguration/Types/0").asText());
      assertTrue(made.path("DisableExecuteApiEndpoint").asBoolean());
    }
  }

  @ParameterizedTest
  @EnumSource
  void dns_answers_with_the_active_region(Api api) {
    for (CityRegion region : CityRegion.values()) {
      Place place = SynthesisedCity.place(region);
      JsonNode record = only(region, api, "AWS::Route53::RecordSet").properties();
      assertEquals(place.apiHost(api) + ".", record.path("Name").asText());
      assertEquals(place.isActive(), record.path("Weight").asInt() > 0);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_firewall_stands_before_the_stage(Api api) {
    for (CityRegion region : CityRegion.values()) {
      JsonNode rules = only(region, api, "AWS::WAFv2::WebACL").properties().path("Rules");
      assertEquals(
          1,
          city.all(region, "AWS::WAFv2::WebACLAssociation").stream()
              .filter(found -> found.stack().equals(stack(region, api)))
              .count());
      JsonNode common = rule(rules, "AWSManagedRulesCommonRuleSet");
      assertEquals(
          "SizeRestrictions_BODY",
          common.at("/Statement/ManagedRuleGroupStatement/RuleActionOverrides/0/Name").asText());
      assertTrue(
          common
              .at("/Statement/ManagedRuleGroupStatement/RuleActionOverrides/0/ActionToUse/Count")
              .isObject());
      assertTrue(rule(rules, "too-often").at("/Statement/RateBasedStatement").isObject());
    }
  }

  @Test
  void rules_that_look_at_an_address_look_at_the_viewers() {
    JsonNode residents =
        only(CityRegion.TOKYO, Api.RESIDENT, "AWS::WAFv2::WebACL").properties().path("Rules");
    JsonNode rate = rule(residents, "too-often").at("/Statement/RateBasedStatement");
    assertEquals("FORWARDED_IP", rate.path("AggregateKeyType").asText());
    assertEquals(Api.VIEWER_HEADER, rate.at("/ForwardedIPConfig/HeaderName").asText());
    assertFalse(
        residents.toString().contains("IpReputation"), "it would judge the edge's own addresses");
    for (Api api : List.of(Api.STAFF, Api.PARTNER)) {
      JsonNode rules = only(CityRegion.TOKYO, api, "AWS::WAFv2::WebACL").properties().path("Rules");
      assertEquals(
          "IP",
          rule(rules, "too-often").at("/Statement/RateBasedStatement/AggregateKeyType").asText());
      rule(rules, "AWSManagedRulesAmazonIpReputationList");
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_log_of_what_was_blocked_holds_no_path_query_or_cookie(Api api) {
    String redacted =
        only(CityRegion.TOKYO, api, "AWS::WAFv2::LoggingConfiguration")
            .properties()
            .path("RedactedFields")
            .toString();
    for (String field : List.of("UriPath", "QueryString", "cookie")) {
      assertTrue(redacted.contains(field), redacted);
    }
  }

  @ParameterizedTest
  @EnumSource
  void every_method_has_a_throttle_of_its_own(Api api) {
    JsonNode all =
        only(CityRegion.TOKYO, api, "AWS::ApiGateway::Stage").properties().at("/MethodSettings/0");
    assertEquals("/*", all.path("ResourcePath").asText());
    assertEquals("*", all.path("HttpMethod").asText());
    assertEquals(ApiStack.requestsPerSecond(api), all.path("ThrottlingRateLimit").asInt());
  }

  /** The gateway would make it first otherwise, with no end to its keeping. */
  @ParameterizedTest
  @EnumSource
  void the_log_of_errors_is_there_before_the_stage_that_writes_to_it(Api api) {
    Found stage = only(CityRegion.TOKYO, api, "AWS::ApiGateway::Stage");
    assertTrue(
        stage.resource().path("DependsOn").toString().contains("ErrorLog"), stage.toString());
  }

  @ParameterizedTest
  @EnumSource
  void what_the_gateway_refuses_itself_comes_over_tls_only_too(Api api) {
    for (JsonNode refusal :
        body(CityRegion.TOKYO, api).path("x-amazon-apigateway-gateway-responses")) {
      for (SecurityHeader header : SecurityHeader.ofAnswers()) {
        assertEquals(
            "'" + header.value() + "'",
            refusal
                .path("responseParameters")
                .path("gatewayresponse.header." + header.header())
                .asText());
      }
    }
  }

  /** The gateway hands on nothing else, however well it is found on one machine. */
  @Test
  void the_staff_host_has_every_file_that_the_console_names() throws IOException {
    Set<String> named = new TreeSet<>();
    Path site = SynthesisedCity.REPOSITORY.resolve("web-static");
    List<Path> sources = new ArrayList<>(List.of(site.resolve("staff/index.html")));
    for (String room : List.of("apply", "builder", "console", "directory", "staff", "ui")) {
      try (Stream<Path> files = Files.list(site.resolve("src").resolve(room))) {
        sources.addAll(files.filter(file -> file.toString().matches(".*\\.tsx?")).toList());
      }
    }
    for (Path source : sources) {
      // A file by its name, or of a folder by the part that is known when it is written.
      Pattern.compile("\"/([a-z0-9-]+\\.[a-z]+)\"|`/([a-z]+/)\\$\\{")
          .matcher(Files.readString(source))
          .results()
          .forEach(
              name -> named.add(name.group(1) == null ? name.group(2) + "{file}" : name.group(1)));
    }
    assertTrue(
        named.containsAll(List.of("partner-api.html", "banks/{file}", "towns/{file}")),
        named.toString());
    JsonNode paths = body(CityRegion.TOKYO, Api.STAFF).path("paths");
    String reader =
        only(CityRegion.TOKYO, Api.STAFF, "AWS::IAM::Role")
            .properties()
            .path("Policies")
            .toString();
    for (String name : named) {
      assertTrue(paths.path("/" + name).has("get"), name);
      assertTrue(reader.contains("/" + name.replace("{file}", "*") + "\""), name);
    }
  }

  @Test
  void residents_come_through_the_edge_only() {
    JsonNode rule =
        rule(
            only(CityRegion.TOKYO, Api.RESIDENT, "AWS::WAFv2::WebACL").properties().path("Rules"),
            "not-through-the-edge");
    assertEquals(0, rule.path("Priority").asInt());
    assertTrue(rule.at("/Action/Block").isObject());
    assertEquals(
        ApiFirewall.edgeSecret("1"),
        rule.at("/Statement/NotStatement/Statement/ByteMatchStatement/SearchString").asText());
  }

  @Test
  void staff_come_from_the_office_networks_only() {
    JsonNode networks = only(CityRegion.TOKYO, Api.STAFF, "AWS::WAFv2::IPSet").properties();
    assertEquals(2, networks.path("Addresses").size());
    assertTrue(
        rule(
                only(CityRegion.TOKYO, Api.STAFF, "AWS::WAFv2::WebACL").properties().path("Rules"),
                "not-from-the-office")
            .at("/Action/Block")
            .isObject());
  }

  @Test
  void partners_are_rows_that_their_authorizer_looks_up_and_no_keys_made_at_deployment() {
    for (String type : List.of("AWS::ApiGateway::ApiKey", "AWS::ApiGateway::UsagePlan")) {
      assertEquals(List.of(), city.all(CityRegion.TOKYO, type), type);
    }
    assertTrue(
        body(CityRegion.TOKYO, Api.PARTNER)
            .at("/components/securitySchemes/session/x-amazon-apigateway-authorizer/authorizerUri")
            .asText()
            .contains(Names.function(Entry.IDENTITY_PARTNER_AUTHORIZER)));
  }

  @Test
  void staff_pages_carry_the_security_headers() {
    JsonNode sent =
        body(CityRegion.TOKYO, Api.STAFF)
            .path("paths")
            .path("/cases/{applicationId}")
            .at("/get/x-amazon-apigateway-integration/responses/200/responseParameters");
    for (SecurityHeader header : SecurityHeader.values()) {
      assertEquals(
          "'" + header.value() + "'",
          sent.path("method.response.header." + header.header()).asText());
    }
  }

  private JsonNode rule(JsonNode rules, String name) {
    for (JsonNode rule : rules) {
      if (rule.path("Name").asText().equals(name)) {
        return rule;
      }
    }
    throw new AssertionError(name + " is not among the rules");
  }

  private static String stack(CityRegion region, Api api) {
    return Stacks.id(region, "api-" + Names.kebab(api));
  }

  private Found only(CityRegion region, Api api, String type) {
    var found =
        city.all(region, type).stream()
            .filter(one -> one.stack().equals(stack(region, api)))
            .toList();
    assertEquals(1, found.size(), type);
    return found.getFirst();
  }

  private JsonNode api(CityRegion region, Api api) {
    return only(region, api, "AWS::ApiGateway::RestApi").properties();
  }

  private JsonNode body(CityRegion region, Api api) {
    return api(region, api).path("Body");
  }
}
