package jp.ishikari.link.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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

  /** The same, parsed. */
  public static JsonNode json(String file) {
    return JsonMapper.shared().readTree(bytes(file));
  }
}
