package jp.ishikari.link.infracdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import jp.ishikari.link.blueprint.PlainPage;
import jp.ishikari.link.blueprint.SecurityHeader;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What residents reach: one origin, only over TLS, public files kept, answers never. */
class EdgeTest {
  private final JsonNode template = SynthesisedCity.shared().templates().get("edge");
  private final JsonNode portal =
      resource("AWS::CloudFront::Distribution").at("/Properties/DistributionConfig");

  @Nested
  class Requests {
    @Test
    void over_plain_http_are_refused_or_sent_to_https() {
      assertEquals(
          "redirect-to-https", portal.at("/DefaultCacheBehavior/ViewerProtocolPolicy").asText());
      for (JsonNode behaviour : portal.path("CacheBehaviors")) {
        assertTrue(
            Set.of("redirect-to-https", "https-only")
                .contains(behaviour.path("ViewerProtocolPolicy").asText()));
      }
      assertEquals("TLSv1.2_2021", portal.at("/ViewerCertificate/MinimumProtocolVersion").asText());
    }

    @Test
    void to_the_api_are_never_answered_from_a_cache_and_prove_where_they_came_through() {
      JsonNode api = behaviour("/api/*");
      // The cloud's own policies: caching disabled, all of the viewer's request except the host.
      assertEquals("4135ea2d-6df8-44a3-9df3-4b5a84be39ad", api.path("CachePolicyId").asText());
      assertEquals(
          "b689b0a8-53d0-40ab-baf2-68738e2966ac", api.path("OriginRequestPolicyId").asText());
      JsonNode origin = origin(api.path("TargetOriginId").asText());
      assertEquals("resident-api.link.ishikari.example", origin.path("DomainName").asText());
      assertEquals("https-only", origin.at("/CustomOriginConfig/OriginProtocolPolicy").asText());
      assertEquals(
          ApiFirewall.EDGE_HEADER, origin.at("/OriginCustomHeaders/0/HeaderName").asText());
      assertEquals(
          ApiFirewall.edgeSecret("1"), origin.at("/OriginCustomHeaders/0/HeaderValue").asText());
    }

    @Test
    void for_files_are_answered_by_osaka_when_tokyo_cannot() {
      assertEquals(2, portal.at("/OriginGroups/Quantity").asInt());
      Set<String> buckets = new HashSet<>();
      for (JsonNode origin : portal.path("Origins")) {
        if (origin.has("S3OriginConfig")) {
          assertTrue(origin.has("OriginAccessControlId"));
          buckets.add(origin.path("DomainName").asText());
        }
      }
      assertEquals(4, buckets.size());
    }
  }

  /** Path and query of a line would hold application ids and the codes of sign-ins. */
  @Test
  void noAccessLogIsWrittenAtTheEdge() {
    assertTrue(portal.path("Logging").isMissingNode());
  }

  @Nested
  class Pages {
    @Test
    void carry_the_declared_security_headers() {
      JsonNode headers =
          template
              .path("Resources")
              .path(portal.at("/DefaultCacheBehavior/ResponseHeadersPolicyId/Ref").asText())
              .at("/Properties/ResponseHeadersPolicyConfig");
      JsonNode security = headers.path("SecurityHeadersConfig");
      assertEquals(
          policyOfPages(), security.at("/ContentSecurityPolicy/ContentSecurityPolicy").asText());
      assertTrue(security.at("/ContentSecurityPolicy/Override").asBoolean());
      assertEquals(
          SecurityHeader.REFERRER_POLICY.value(),
          security.at("/ReferrerPolicy/ReferrerPolicy").asText());
      assertTrue(security.path("ContentTypeOptions").isObject());
      assertTrue(
          security.at("/StrictTransportSecurity/AccessControlMaxAgeSec").asInt()
              == SecurityHeader.TLS_ONLY_SECONDS);
      for (SecurityHeader header :
          Set.of(
              SecurityHeader.PERMISSIONS_POLICY,
              SecurityHeader.CROSS_ORIGIN_OPENER_POLICY,
              SecurityHeader.CROSS_ORIGIN_RESOURCE_POLICY)) {
        assertTrue(
            headers.path("CustomHeadersConfig").toString().contains(header.value()),
            header.header());
      }
    }

    @Test
    void of_the_counter_are_kept_by_no_browser() {
      JsonNode headers =
          template
              .path("Resources")
              .path(behaviour("/kiosk/*").at("/ResponseHeadersPolicyId/Ref").asText())
              .at("/Properties/ResponseHeadersPolicyConfig");
      JsonNode custom = headers.at("/CustomHeadersConfig/Items");
      assertTrue(
          custom.toString().contains("\"Header\":\"cache-control\"")
              && custom.toString().contains("no-store"),
          custom.toString());
      assertEquals(
          policyOfPages(),
          headers
              .at("/SecurityHeadersConfig/ContentSecurityPolicy/ContentSecurityPolicy")
              .asText());
    }

    /** They reach nothing but ourselves, and the buckets that take files in either region. */
    private static String policyOfPages() {
      return SecurityHeader.policySendingTo(
          Stream.of("ap-northeast-1", "ap-northeast-3")
              .map(
                  region ->
                      "https://ishikari-link-uploads-123456789012-"
                          + region
                          + ".s3."
                          + region
                          + ".amazonaws.com")
              .toList());
    }

    @Test
    void run_nothing_inline_and_nothing_from_elsewhere() {
      String policy = SecurityHeader.CONTENT_SECURITY_POLICY.value();
      assertTrue(policy.startsWith("default-src 'none'"));
      assertFalse(policy.contains("unsafe"));
      assertFalse(policy.contains("http"));
      assertFalse(policy.contains("*"));
    }
  }

  /** The edge's code, run as it stands. */
  @Nested
  class Code {
    @ParameterizedTest
    @CsvSource({
      "/, /index.html",
      "/procedures/juminhyo, /screen.html",
      "/applications/01/correct, /screen.html",
      "/kiosk/, /kiosk/index.html",
      "/kiosk/apply/juminhyo, /kiosk/index.html",
      "/kiosk/terminal, /kiosk/index.html",
      "/assets/portal-1.js, /assets/portal-1.js",
      "/procedures/juminhyo/, /screen.html"
    })
    void answers_every_screen_with_its_page_and_leaves_the_rest(String asked, String served)
        throws Exception {
      assertEquals(served, run(EdgeCode.pages(), asked, "request.uri"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/no/such/screen", "/assets/nothing", "/kiosk/no/such", "/terminal"})
    void tells_an_address_that_leads_nowhere_so(String asked) throws Exception {
      assertEquals("404", run(EdgeCode.pages(), asked, "request.statusCode"));
      assertTrue(run(EdgeCode.pages(), asked, "request.body").contains("ページが見つかりません"));
      assertEquals(
          PlainPage.POLICY,
          run(EdgeCode.pages(), asked, "request.headers['content-security-policy'].value"));
    }

    @Test
    void finds_the_catalogue_from_the_root_of_its_bucket() throws Exception {
      assertEquals(
          "/index/search.json", run(EdgeCode.data(), "/data/index/search.json", "request.uri"));
    }

    @Test
    void overwrites_the_address_a_viewer_claims() throws Exception {
      assertEquals(
          "203.0.113.9",
          run(EdgeCode.viewer(), "/api/session", "request.headers['x-city-viewer'].value"));
    }

    private String run(String code, String uri, String result)
        throws IOException, InterruptedException {
      String script =
          code
              + "var request = handler({request: {uri: '"
              + uri
              + "', headers: {'x-city-viewer': {value: '127.0.0.1'}}}, viewer: {ip:"
              + " '203.0.113.9'}});process.stdout.write(String("
              + result
              + "));";
      Process node = new ProcessBuilder("node", "-e", script).redirectErrorStream(true).start();
      String printed = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(0, node.waitFor(), printed);
      return printed;
    }
  }

  private JsonNode behaviour(String path) {
    for (JsonNode behaviour : portal.path("CacheBehaviors")) {
      if (behaviour.path("PathPattern").asText().equals(path)) {
        return behaviour;
      }
    }
    throw new AssertionError(path);
  }

  private JsonNode origin(String id) {
    for (JsonNode origin : portal.path("Origins")) {
      if (origin.path("Id").asText().equals(id)) {
        return origin;
      }
    }
    throw new AssertionError(id);
  }

  private JsonNode resource(String type) {
    for (JsonNode resource : template.path("Resources")) {
      if (resource.path("Type").asText().equals(type)) {
        return resource;
      }
    }
    throw new AssertionError(type);
  }
}
