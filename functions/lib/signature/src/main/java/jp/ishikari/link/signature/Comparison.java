package jp.ishikari.link.signature;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import jp.ishikari.link.forms.SearchKey;

/** Compares what a form was told with what the card says. It reports; staff decide. */
public final class Comparison {

  private Comparison() {}

  /** One of the four basic data. */
  public enum Item {
    NAME,
    ADDRESS,
    BIRTH_DATE,
    SEX
  }

  /** How an answer stands to the card. */
  public enum Match {
    /** The same, as far as spelling can be compared. */
    SAME,
    DIFFERENT,
    /** Not the same, but the card's text holds substitutes: no reason to doubt by itself. */
    SUBSTITUTED,
    /** The card does not say it whole. */
    NOT_ON_CARD
  }

  /**
   * What the form was told; what it did not ask is absent.
   *
   * @param sex digit of JIS X 0303
   */
  public record Answers(
      Optional<String> name,
      Optional<String> address,
      Optional<LocalDate> birthDate,
      Optional<String> sex) {}

  /** One entry per item that was asked. Only derived keys are folded, no stored text. */
  public static Map<Item, Match> of(Answers answers, BasicData card) {
    Map<Item, Match> matches = new EnumMap<>(Item.class);
    answers
        .name()
        .ifPresent(n -> matches.put(Item.NAME, text(n, card.name(), card.nameSubstituted())));
    answers
        .address()
        .ifPresent(
            a -> matches.put(Item.ADDRESS, text(a, card.address(), card.addressSubstituted())));
    answers
        .birthDate()
        .ifPresent(
            b ->
                matches.put(
                    Item.BIRTH_DATE,
                    card.birthDate().map(d -> same(d.equals(b))).orElse(Match.NOT_ON_CARD)));
    answers.sex().ifPresent(s -> matches.put(Item.SEX, same(card.sex().equals(s))));
    return matches;
  }

  private static Match text(String answer, String card, boolean substituted) {
    if (key(answer).equals(key(card))) {
      return Match.SAME;
    }
    return substituted ? Match.SUBSTITUTED : Match.DIFFERENT;
  }

  private static Match same(boolean same) {
    return same ? Match.SAME : Match.DIFFERENT;
  }

  /** Spaces do not count, and of the dashes people type in an address one is as good as another. */
  private static String key(String text) {
    return SearchKey.fold(text).replaceAll("\\s", "").replaceAll("[‐-―−ー－ｰ]", "-");
  }
}
