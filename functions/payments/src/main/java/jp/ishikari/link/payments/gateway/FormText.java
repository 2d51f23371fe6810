package jp.ishikari.link.payments.gateway;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Names and values as forms write them; of a name that stands twice, the first is read. */
final class FormText {
  private FormText() {}

  /** What can't be read is as if it were not said. */
  static Map<String, String> read(String text) {
    Map<String, String> read = new HashMap<>();
    for (String pair : text.strip().split("&")) {
      int is = pair.indexOf('=');
      if (is > 0) {
        try {
          read.putIfAbsent(
              pair.substring(0, is),
              URLDecoder.decode(pair.substring(is + 1), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException unreadable) {
          // A percent sign without its digits: no value of those that are read has one.
          read.remove(pair.substring(0, is));
        }
      }
    }
    return read;
  }

  static String write(Map<String, String> values) {
    return values.entrySet().stream()
        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
