package jp.ishikari.link.infracdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import jp.ishikari.link.blueprint.Key;
import jp.ishikari.link.blueprint.Names;

/**
 * Ids that the account gives when something is made: of keys and of the pools of staff. Outputs of
 * the stacks that make them, by region; a deployment makes those first and reads them here.
 */
public final class Made {
  /** Outputs of a pool's stack. */
  static final String POOL = "PoolId";

  static final String CLIENT = "ClientId";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, String> ids;

  private Made(Map<String, String> ids) {
    this.ids = ids;
  }

  /** Before anything is made: enough for {@link City#first}. */
  public static Made nothing() {
    return new Made(Collections.emptyMap());
  }

  /** Ids that no account gave, for looking at templates; never to be deployed. */
  public static Made invented() {
    Map<String, String> ids = new TreeMap<>();
    for (Key key : Key.values()) {
      ids.put(
          name(CityRegion.TOKYO, output(key)),
          "mrk-"
              + UUID.nameUUIDFromBytes(key.name().getBytes(StandardCharsets.UTF_8))
                  .toString()
                  .replace("-", ""));
    }
    for (CityRegion region : CityRegion.values()) {
      ids.put(name(region, POOL), region.code() + "_INVENTED" + region.digit());
      ids.put(name(region, CLIENT), "inventedclient" + region.digit());
    }
    return new Made(ids);
  }

  /**
   * What the CDK's command wrote down: {@code <folder>/<region>.json}, by stack and output.
   *
   * @throws IllegalStateException when a region's outputs are not there
   */
  public static Made read(Path folder) {
    Map<String, String> ids = new TreeMap<>();
    for (CityRegion region : CityRegion.values()) {
      Path file = outputs(folder, region);
      if (!Files.isRegularFile(file)) {
        throw new IllegalStateException("no outputs of " + region.code() + ": " + file);
      }
      try {
        for (JsonNode stack : JSON.readTree(file.toFile())) {
          stack
              .properties()
              .forEach(
                  output -> ids.put(name(region, output.getKey()), output.getValue().asText()));
        }
      } catch (IOException broken) {
        throw new UncheckedIOException(file.toString(), broken);
      }
    }
    return new Made(ids);
  }

  /** Where the outputs of a region are written. */
  static Path outputs(Path folder, CityRegion region) {
    return folder.resolve(region.code() + ".json");
  }

  /** Name of the output that tells a key's id. */
  static String output(Key key) {
    return Names.pascal(key) + "Id";
  }

  /** Id of a multi-region key ({@code mrk-…}), the same in both regions. */
  String key(Key key) {
    return id(CityRegion.TOKYO, output(key));
  }

  String pool(CityRegion region) {
    return id(region, POOL);
  }

  String client(CityRegion region) {
    return id(region, CLIENT);
  }

  private String id(CityRegion region, String output) {
    String id = ids.get(name(region, output));
    if (id == null) {
      throw new IllegalStateException(
          "%s is not made yet in %s, or its stack does not tell its id"
              .formatted(output, region.code()));
    }
    return id;
  }

  private static String name(CityRegion region, String output) {
    return region.code() + " " + output;
  }
}
