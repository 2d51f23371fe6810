package jp.ishikari.link.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import jp.ishikari.link.domain.UnfoundWord;
import jp.ishikari.link.domain.UnfoundWordStore;
import org.junit.jupiter.api.Test;

/** What counting words that found nothing promises. */
public abstract class UnfoundWordStoreContract {
  /** A month of its own for each test. */
  private final YearMonth month =
      YearMonth.of(ThreadLocalRandom.current().nextInt(2030, 9000), 1 + (int) (Math.random() * 12));

  protected abstract UnfoundWordStore store();

  private void count(String word, int times) {
    for (int i = 0; i < times; i++) {
      store().count(month, word);
    }
  }

  @Test
  void theMostFrequentComeFirstAndNoMoreThanAskedFor() {
    count("ごみの出し方", 3);
    count("印鑑", 5);
    count("そり遊び", 4);
    assertEquals(
        List.of(new UnfoundWord("印鑑", 5), new UnfoundWord("そり遊び", 4)), store().most(month, 2));
  }

  @Test
  void whatWasTriedSeldomIsNotTold() {
    count("よしだはなこ", UnfoundWord.TOLD_FROM - 1);
    assertEquals(List.of(), store().most(month, 10));
  }

  @Test
  void aMonthKnowsNothingOfAnother() {
    count("印鑑", 3);
    assertEquals(List.of(), store().most(month.plusMonths(1), 10));
  }

  @Test
  void countsEveryOneOfManyAtOnce() {
    AtOnce.each(
        20,
        i -> {
          store().count(month, "印鑑");
          return i;
        });
    assertEquals(List.of(new UnfoundWord("印鑑", 20)), store().most(month, 1));
  }
}
