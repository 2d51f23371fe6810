package jp.ishikari.link.signature;

import java.util.EnumMap;
import java.util.Map;
import jp.ishikari.link.domain.signing.Claimed;
import jp.ishikari.link.domain.signing.Signature.Item;
import jp.ishikari.link.domain.signing.Signature.Match;
import jp.ishikari.link.forms.SearchKey;

/** Compares what a form was told with what the card says. It reports; staff decide. */
public final class Comparison {

  private Comparison() {}

  /** One entry per item that was asked. Only derived keys are folded, no stored text. */
  public static Map<Item, Match> of(Claimed claimed, BasicData card) {
    Map<Item, Match> matches = new EnumMap<>(Item.class);
    if (claimed.name() != null) {
      matches.put(
          Item.NAME,
          text(nameKey(claimed.name()).equals(nameKey(card.name())), card.nameSubstituted()));
    }
    if (claimed.address() != null) {
      matches.put(
          Item.ADDRESS,
          text(
              AddressKey.of(claimed.address()).equals(AddressKey.of(card.address())),
              card.addressSubstituted()));
    }
    if (claimed.birthDate() != null) {
      matches.put(
          Item.BIRTH_DATE,
          card.birthDate().map(d -> same(d.equals(claimed.birthDate()))).orElse(Match.NOT_ON_CARD));
    }
    if (claimed.sex() != null) {
      matches.put(Item.SEX, same(card.sex().equals(claimed.sex())));
    }
    return matches;
  }

  private static Match text(boolean same, boolean substituted) {
    if (same) {
      return Match.SAME;
    }
    return substituted ? Match.SUBSTITUTED : Match.DIFFERENT;
  }

  private static Match same(boolean same) {
    return same ? Match.SAME : Match.DIFFERENT;
  }

  /** Spaces do not count. */
  private static String nameKey(String name) {
    return SearchKey.fold(name).replaceAll("\\s", "").replaceAll("[‐-―−ー－ｰ]", "-");
  }
}
