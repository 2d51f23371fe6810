package jp.ishikari.link.infracdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.ishikari.link.blueprint.Access;
import jp.ishikari.link.blueprint.Api;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.infracdk.SynthesisedCity.Found;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each API has the declared routes, refuses in the declared words and logs no person. */
class ApisMatchTheBlueprintTest {
  private final SynthesisedCity city = SynthesisedCity.shared();

  @ParameterizedTest
  @EnumSource
  void routes_are_the_declared_ones_and_lead_to_the_declared_functions(Api api) {
    for (CityRegion region : CityRegion.values()) {
      Place place = SynthesisedCity.place(region);
      Map<String, String> declared = new TreeMap<>();
      for (Route route : Route.values()) {
        if (route.api() == api) {
          declared.put(
              route.method() + " " + route.path(), place.functionArn(route.entry()) + ":live");
        }
      }
      Map<String, String> made = new TreeMap<>();
      body(region, api)
          .path("paths")
          .properties()
          .forEach(
              path ->
                  path.getValue()
                      .properties()
                      .forEach(
                          operation -> {
                            JsonNode to =
                                operation.getValue().path("x-amazon-apigateway-integration");
                            if (to.path("type").asText().equals("aws_proxy")) {
                              made.put(
                                  operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                  to.path("uri")
                                      .asText()
                                      .replaceAll(".*/functions/(.*)/invocations", "$1"));
                            }
                          }));
      assertEquals(declared, made);
    }
  }

  @ParameterizedTest
  @EnumSource
  void every_route_asks_who_calls_and_never_remembers_the_answer(Api api) {
    JsonNode body = body(CityRegion.TOKYO, api);
    for (Route route : Route.values()) {
      if (route.api() == api) {
        assertEquals(
            route.access().asksTheAuthorizer(),
            body.path("paths")
                .path(route.path())
                .path(route.method().name().toLowerCase(Locale.ROOT))
                .at("/security/0")
                .has("session"),
            route.name());
      }
    }
    JsonNode authorizer =
        body.at("/components/securitySchemes/session/x-amazon-apigateway-authorizer");
    assertEquals("request", authorizer.path("type").asText());
    assertEquals(0, authorizer.path("authorizerResultTtlInSeconds").asInt(-1));
    assertFalse(authorizer.has("identitySource"), "guests have no cookie");
  }

  @ParameterizedTest
  @EnumSource
  void machines_alone_come_without_the_authorizer(Access access) {
    assertEquals(
        access == Access.MACHINE ? "[]" : "[{session=[]}]",
        OpenApiBody.security(access, "session").toString());
  }

  @ParameterizedTest
  @EnumSource
  void the_gateway_may_call_exactly_the_declared_routes(Api api) {
    Place place = SynthesisedCity.place(CityRegion.TOKYO);
    Set<String> declared = new TreeSet<>();
    for (Route route : Route.values()) {
      if (route.api() == api) {
        declared.add(
            place.liveArn(route.entry())
                + " from /city/"
                + route.method()
                + route.path().replaceAll("\\{[^}]+}", "*"));
      }
    }
    OpenApiBody.authorizer(api)
        .ifPresent(entry -> declared.add(place.liveArn(entry) + " from /authorizers/*"));
    assertEquals(
        declared,
        city.all(CityRegion.TOKYO, "AWS::Lambda::Permission").stream()
            .filter(found -> found.stack().equals(stack(CityRegion.TOKYO, api)))
            .map(Found::properties)
            .map(
                permission ->
                    permission.path("FunctionName").asText()
                        + " from "
                        + permission.at("/SourceArn/Fn::Join/1/2").asText())
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Nested
  class Refusals {
    @ParameterizedTest
    @EnumSource
    void of_the_gateway_itself_are_problems_with_a_status_of_their_own(GatewayProblem problem) {
      JsonNode responses =
          body(CityRegion.TOKYO, Api.RESIDENT).path("x-amazon-apigateway-gateway-responses");
      long told =
          responses.properties().stream()
              .map(Map.Entry::getValue)
              .filter(
                  response ->
                      response
                          .at("/responseTemplates/application~1json")
                          .asText()
                          .contains("\"code\":\"" + problem.code() + "\""))
              .peek(
                  response -> {
                    assertEquals(
                        Integer.toString(problem.status()), response.path("statusCode").asText());
                    assertEquals(
                        "'application/problem+json'",
                        response
                            .path("responseParameters")
                            .path("gatewayresponse.header.Content-Type")
                            .asText());
                  })
              .count();
      assertTrue(told > 0);
    }

    @ParameterizedTest
    @EnumSource
    void say_the_same_as_the_functions_would(GatewayProblem problem) throws IOException {
      String functions =
          Files.readString(
              SynthesisedCity.REPOSITORY.resolve(
                  "functions/lib/edge/src/main/java/jp/ishikari/link/edge/Problem.java"));
      Pattern said =
          Pattern.compile(
              "\\b%s\\(\\s*%d,\\s*\"%s\"\\)"
                  .formatted(problem.name(), problem.status(), Pattern.quote(problem.title())));
      assertTrue(said.matcher(functions).find(), problem.name());
    }
  }

  @ParameterizedTest
  @EnumSource
  void access_logs_say_how_it_went_and_not_who_it_was(Api api) {
    String format =
        only(CityRegion.TOKYO, api, "AWS::ApiGateway::Stage")
            .properties()
            .at("/AccessLogSetting/Format")
            .asText();
    assertTrue(format.contains("$context.resourcePath"), "the template of the path");
    for (String personal :
        Set.of("identity", "authorizer", "$context.path", "$input", "header", "querystring")) {
      assertFalse(format.contains(personal), personal);
    }
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
