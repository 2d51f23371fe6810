package jp.ishikari.link.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import jp.ishikari.link.domain.BlindIndex;
import jp.ishikari.link.domain.BlindIndex.Kind;
import org.junit.jupiter.api.Test;

/** What every blind index promises. */
public abstract class BlindIndexContract {
  /** A new index over the same key, as another function has it. */
  protected abstract BlindIndex index();

  @Test
  void theSameValueHasTheSameTermInEveryFunction() {
    assertEquals(
        index().term("citizens", Kind.KANA, "イシカリハナコ"),
        index().term("citizens", Kind.KANA, "イシカリハナコ"));
  }

  @Test
  void anotherScopeKindOrValueHasAnotherTerm() {
    String term = index().term("citizens", Kind.NAME, "01331234567");
    assertNotEquals(term, index().term("children", Kind.NAME, "01331234567"));
    assertNotEquals(term, index().term("citizens", Kind.PHONE, "01331234567"));
    assertNotEquals(term, index().term("citizens", Kind.NAME, "01331234568"));
  }

  @Test
  void aTermSaysNothingOfTheValue() {
    String term = index().term("citizens", Kind.BIRTH_DATE, "19890107");
    assertFalse(term.contains("1989"), term);
  }
}
