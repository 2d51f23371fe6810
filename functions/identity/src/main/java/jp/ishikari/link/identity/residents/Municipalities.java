package jp.ishikari.link.identity.residents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Every municipality of Japan, a designated city by its wards as well as by itself. Written from
 * Japan Post's list, as the portal's look-up by postal code is; a test of the site holds the two
 * together.
 */
final class Municipalities {
  /** 市 of a designated city and its ward; the special wards of Tokyo have no city. */
  private static final Pattern WARD = Pattern.compile("(.+市)(.+区)");

  /** A county or an island before a town or village, which not every register writes. */
  private static final Pattern WITHIN = Pattern.compile("(?:.+?郡|三宅島|八丈島)(.+[町村])");

  private static final List<Named> ALL = read();

  private record Named(String prefecture, String city) {}

  /**
   * Where an address begins with a municipality.
   *
   * @param prefecture as the list has it, also where the address leaves it out
   * @param from where the municipality begins in the address
   * @param until where it ends
   */
  record Found(String prefecture, int from, int until) {}

  private Municipalities() {}

  /**
   * The longest one that an address begins with; nothing where two prefectures have one so named.
   */
  static Optional<Found> at(String address) {
    List<Found> found = new ArrayList<>();
    for (Named named : ALL) {
      int prefecture = Math.max(0, end(address, 0, named.prefecture()));
      int until = end(address, prefecture, named.city());
      if (until > 0) {
        found.add(new Found(named.prefecture(), prefecture, until));
      }
    }
    int longest = found.stream().mapToInt(Found::until).max().orElse(0);
    List<Found> best = found.stream().filter(one -> one.until() == longest).distinct().toList();
    return best.size() == 1 ? Optional.of(best.getFirst()) : Optional.empty();
  }

  /**
   * Where a name ends in a text, or -1. Which shape of a character a text asks for (a selector
   * behind it) and the two sizes of ケ, which registers write at will, make no other municipality.
   */
  private static int end(String text, int from, String name) {
    int at = from;
    for (int i = 0; i < name.length(); i += Character.charCount(name.codePointAt(i))) {
      if (at >= text.length() || key(text.codePointAt(at)) != key(name.codePointAt(i))) {
        return -1;
      }
      at += Character.charCount(text.codePointAt(at));
      while (at < text.length() && selector(text.codePointAt(at))) {
        at += Character.charCount(text.codePointAt(at));
      }
    }
    return at;
  }

  private static int key(int codePoint) {
    return codePoint == 'ヶ' ? 'ケ' : codePoint;
  }

  private static boolean selector(int codePoint) {
    return (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
        || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
  }

  private static List<Named> read() {
    List<Named> all = new ArrayList<>();
    try (InputStream list =
        Objects.requireNonNull(Municipalities.class.getResourceAsStream("municipalities.txt"))) {
      for (String line : new String(list.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        String[] parts = line.split("\t");
        all.add(new Named(parts[0], parts[1]));
        shorter(parts[1]).ifPresent(city -> all.add(new Named(parts[0], city)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(all);
  }

  private static Optional<String> shorter(String city) {
    return Stream.of(WARD, WITHIN)
        .map(pattern -> pattern.matcher(city))
        .filter(Matcher::matches)
        .map(matcher -> matcher.group(1))
        .findFirst();
  }
}
