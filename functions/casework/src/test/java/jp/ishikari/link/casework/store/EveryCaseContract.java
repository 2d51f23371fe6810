package jp.ishikari.link.casework.store;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.ishikari.link.testkit.ApplicationSteps;
import org.junit.jupiter.api.Test;

/** What whoever works on all cases can rely on: none is left out, each part is small. */
abstract class EveryCaseContract extends ApplicationSteps {
  private static final int BATCH_GET = 100;

  abstract EveryCase cases();

  @Test
  void namesEveryCaseOnceInPartsThatCanBeReadTogether() {
    Set<String> mine = new HashSet<>();
    for (int i = 0; i < 60; i++) {
      mine.add(submitted().applicationId());
    }
    List<String> named = new ArrayList<>();
    String next = null;
    int parts = 0;
    do {
      EveryCase.Some some = cases().after(next);
      assertTrue(some.applicationIds().size() <= BATCH_GET);
      named.addAll(some.applicationIds());
      next = some.next();
      parts++;
    } while (next != null);
    assertTrue(parts > 1);
    assertTrue(named.containsAll(mine));
    assertTrue(new HashSet<>(named).size() == named.size(), "each is named once");
  }
}
