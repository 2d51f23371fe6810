package jp.ishikari.link.payments.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.payments.gateway.PaymentGateway.Failure;

/**
 * The API of a gateway. Whatever is no answer of its own (nobody there, too late, an error of its
 * server, a limit, a redirection, our own credentials refused) is that it could not be asked.
 */
final class GatewayApi {
  /** How long people and notices can wait for a gateway. */
  static final Duration PATIENCE = Duration.ofSeconds(8);

  private static final Duration CONNECTING = Duration.ofSeconds(3);

  private final URI endpoint;
  private final Duration patience;
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(CONNECTING)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /** What it said: that it did, or with a status of 4xx why not. */
  record Answer(boolean did, String body) {}

  /**
   * @param endpoint with the path under which all of it stands
   */
  GatewayApi(URI endpoint, Duration patience) {
    this.endpoint = endpoint;
    this.patience = patience;
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(endpoint + "/" + path)).timeout(patience);
  }

  Outcome<Failure, Answer> asked(HttpRequest request) {
    try {
      HttpResponse<String> answer =
          http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      return switch (answer.statusCode()) {
        case 200, 201, 202 -> Outcome.success(new Answer(true, answer.body()));
        case 400, 404, 409, 422 -> Outcome.success(new Answer(false, answer.body()));
        default -> Outcome.failure(new Failure.Away());
      };
    } catch (IOException away) {
      return Outcome.failure(new Failure.Away());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Outcome.failure(new Failure.Away());
    }
  }
}
