package jp.ishikari.link.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.ishikari.link.blueprint.Api;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.edge.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class GatewayTest {
  @ParameterizedTest
  @EnumSource(Api.class)
  void servesExactlyTheRoutesThatTheBlueprintDeclaresForItsApi(Api api) {
    List<Route> declared = Arrays.stream(Route.values()).filter(r -> r.api() == api).toList();
    assertEquals(declared, new Gateway(api, null).routes());
  }

  @Test
  void answersABodyThatNoFunctionTakesBeforeAnyIsAsked() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", new Gateway(Api.RESIDENT, null)::handle);
    server.start();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(
                      URI.create(
                          "http://127.0.0.1:" + server.getAddress().getPort() + "/api/drafts"))
                  .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[8_000_000]))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertEquals(413, answer.statusCode(), answer.body());
    } finally {
      server.stop(0);
    }
  }

  /** As the edge does in the cloud: budgets are counted by this address. */
  @Test
  void saysItselfWhereAViewerIsAndBelievesNobodyWhoClaimsIt() throws Exception {
    CompletableFuture<JsonNode> handedOn = new CompletableFuture<>();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          GatewayRequest request =
              new GatewayRequest(exchange, Route.LIST_PROCEDURES, Map.of(), new byte[0]);
          handedOn.complete(Json.MAPPER.readTree(request.event(Json.MAPPER.createObjectNode())));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    try (HttpClient client = HttpClient.newHttpClient()) {
      client.send(
          HttpRequest.newBuilder(
                  URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"))
              .header("X-City-Viewer", "203.0.113.9")
              .header("x-city-viewer", "203.0.113.10")
              .build(),
          HttpResponse.BodyHandlers.discarding());
    } finally {
      server.stop(0);
    }
    JsonNode event = handedOn.join();
    assertFalse(event.toString().contains("203.0.113."), event.toString());
    assertEquals("[\"127.0.0.1\"]", event.at("/multiValueHeaders/" + Api.VIEWER_HEADER).toString());
    assertEquals("127.0.0.1", event.at("/headers/" + Api.VIEWER_HEADER).stringValue());
  }

  @Test
  void everyRouteIsServedByExactlyOneApi() {
    Set<Route> served =
        Stream.of(Api.values())
            .flatMap(api -> new Gateway(api, null).routes().stream())
            .collect(Collectors.toSet());
    assertEquals(Set.of(Route.values()), served);
  }
}
