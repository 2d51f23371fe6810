package jp.ishikari.link.edge;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonInclude;
import jp.ishikari.link.domain.Procedure;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one JSON reader and writer: strict where people type, exact with numbers, silent about nulls.
 */
public final class Json {
  /** Depth that no form needs and no parser should be asked for. */
  private static final int MAX_DEPTH = 40;

  private static final int MAX_DIGITS = 40;

  public static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxNumberLength(MAX_DIGITS)
                          .maxStringLength(8_000_000)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .addMixIn(Procedure.Level.class, LevelNames.class)
          .changeDefaultPropertyInclusion(
              inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
          .build();

  /**
   * Versions published while the card was the only sign-in say SIGNED_IN and mean it: they must not
   * become weaker by a second one.
   */
  private enum LevelNames {
    @JsonAlias("SIGNED_IN")
    VERIFIED
  }

  private Json() {}

  /** Parses what a person's browser sent; null when it is not JSON that we work with. */
  static JsonNode readOrNull(String text) {
    try {
      JsonNode node = MAPPER.readTree(text);
      return countable(node) ? node : null;
    } catch (JacksonException | ArithmeticException | NumberFormatException broken) {
      return null;
    }
  }

  /** Free of numbers whose digits nobody should have to write out: 1e999999999 is short. */
  private static boolean countable(JsonNode node) {
    return node.isBigDecimal()
        ? Math.abs((long) node.decimalValue().scale()) <= MAX_DIGITS
        : node.valueStream().allMatch(Json::countable);
  }
}
