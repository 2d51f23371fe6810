package jp.ishikari.link.forms;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads this module's own rule files, which are one JSON object of plain strings each so that the
 * browser reads the same files and this module needs no JSON library.
 */
final class FlatJson {
  private static final Pattern ENTRY = Pattern.compile("\"([^\"\\\\]*)\"\\s*:\\s*\"([^\"\\\\]*)\"");

  private FlatJson() {}

  /** The entries in the order of the file. */
  static Map<String, String> read(String resource) {
    try (InputStream in = FlatJson.class.getResourceAsStream(resource)) {
      Matcher entries = ENTRY.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      Map<String, String> read = new LinkedHashMap<>();
      while (entries.find()) {
        read.put(entries.group(1), entries.group(2));
      }
      return Collections.unmodifiableMap(read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
