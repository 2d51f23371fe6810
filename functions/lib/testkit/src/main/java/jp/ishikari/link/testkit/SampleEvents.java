package jp.ishikari.link.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Route;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files under {@code events/}. */
public final class SampleEvents {
  private SampleEvents() {}

  /** {@code file} below {@code events/}, e.g. {@code publish/publish-sweep.json}. */
  public static byte[] bytes(String file) {
    try {
      return Files.readAllBytes(Checkout.path("events/" + file));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  /** Which kind of body a route takes. */
  public static String contentType(Route route) {
    return json(Names.sampleEvent(route)).at("/headers/Content-Type").asString();
  }

  /** The same, parsed. */
  public static JsonNode json(String file) {
    return JsonMapper.shared().readTree(bytes(file));
  }
}
