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
      matches.put(Item.NAME, text(claimed.name(), card.name(), card.nameSubstituted()));
    }
    if (claimed.address() != null) {
      matches.put(Item.ADDRESS, text(claimed.address(), card.address(), card.addressSubstituted()));
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
