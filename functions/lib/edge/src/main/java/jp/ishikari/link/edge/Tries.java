package jp.ishikari.link.edge;

import java.time.Duration;
import java.util.Optional;
import jp.ishikari.link.blueprint.Budget;

/**
 * Counts each try at a route before anything is looked at.
 *
 * @param scale how many times as often each viewer may ask
 */
record Tries(Budgets budgets, int scale) {

  /**
   * What whoever asked too often is told; empty while within all budgets. Callers are counted
   * first, then, unless the operation refuses beforehand, those whom the request names.
   */
  Optional<Response> over(Request request, Operation operation) {
    return over(request, operation, false)
        .or(() -> operation.refusedBeforehand(request))
        .or(() -> over(request, operation, true));
  }

  private Optional<Response> over(Request request, Operation operation, boolean named) {
    for (Budget budget : request.route().budgets()) {
      Optional<Duration> wait =
          named == (budget.payer() == Budget.Payer.EMAIL)
              ? Payers.of(budget, request)
                  .flatMap(
                      payer ->
                          budgets.count(
                              request.route(),
                              scaled(budget),
                              payer,
                              Payers.amount(budget, request)))
              : Optional.empty();
      if (wait.isPresent()) {
        long seconds = Math.max(1, wait.get().toSeconds());
        return Optional.of(
            operation.tooOften(budget, wait.get()).with("Retry-After", Long.toString(seconds)));
      }
    }
    return Optional.empty();
  }

  private Budget scaled(Budget budget) {
    return budget.payer() == Budget.Payer.VIEWER ? budget.times(scale) : budget;
  }
}
