package jp.ishikari.link.edge;

import java.time.Duration;
import java.util.Optional;
import jp.ishikari.link.blueprint.Budget;
import jp.ishikari.link.blueprint.Route;

/** Counts who asks what how often. */
public interface Budgets {
  /**
   * Counts one more try, or what it asks for.
   *
   * @param payer whose try it is, of the kind that the budget says
   * @param amount how much of the limit it uses up; 1 where tries are counted
   * @return empty while it is within the budget; else how long it takes until the next one is
   */
  Optional<Duration> count(Route route, Budget budget, String payer, int amount);

  /** The same for one more try. */
  default Optional<Duration> count(Route route, Budget budget, String payer) {
    return count(route, budget, payer, 1);
  }

  /** For an entry none of whose routes has a budget. */
  static Budgets none() {
    return (route, budget, payer, amount) -> {
      throw new IllegalStateException(route + " has a budget: its entry has to count");
    };
  }
}
