package jp.ishikari.link.payments.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;
import jp.ishikari.link.edge.Json;
import jp.ishikari.link.testkit.TestCloud;
import tools.jackson.databind.JsonNode;

/** Somebody before the simulated gateway's pages. */
public record GatewayPage(String gateway) {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  public static GatewayPage of(TestCloud cloud) {
    return new GatewayPage(cloud.said("gateway"));
  }

  /** Presses a button of a page; whether it could be pressed. */
  public boolean press(String page, String button) {
    return http(page + "/" + button, "POST").statusCode() < 400;
  }

  /** The gateway behaves otherwise from now on. */
  public void mode(String mode) {
    http(gateway + "/modes/" + mode, "POST");
  }

  /** What it has not told yet it never will. */
  public void dropNotices() {
    http(gateway + "/notices", "POST");
  }

  public JsonNode read(String file) {
    return Json.MAPPER.readTree(http(gateway + "/" + file, "GET").body());
  }

  /** Yen that the gateway's own ledger has of a reference: "taken" or "refunded". */
  public int ledger(String reference, String what) {
    return StreamSupport.stream(read("ledger.json").get("sessions").spliterator(), false)
        .filter(line -> line.get("reference").stringValue().equals(reference))
        .mapToInt(line -> line.get(what).intValue())
        .sum();
  }

  /** What it has told of a reference, in order. */
  public List<JsonNode> notices(String reference) {
    return StreamSupport.stream(read("notices.json").spliterator(), false)
        .filter(notice -> notice.get("body").stringValue().contains(reference))
        .toList();
  }

  private static HttpResponse<String> http(String address, String method) {
    try {
      return HTTP.send(
          HttpRequest.newBuilder(URI.create(address))
              .method(method, HttpRequest.BodyPublishers.noBody())
              .build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
