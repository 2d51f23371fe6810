package jp.ishikari.link.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.ishikari.link.blueprint.Budget;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.edge.Budgets;
import org.junit.jupiter.api.Test;

/** What counting tries promises. */
public abstract class BudgetsContract {
  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final Budget THREE = new Budget(Budget.Payer.VIEWER, null, null, 3, WINDOW);
  private static final Route ROUTE = Route.SUBMIT_APPLICATION;

  protected final String who = "203.0.113.7 " + UUID.randomUUID();
  private final Instant begin = Instant.now().truncatedTo(ChronoUnit.HOURS);
  private Instant now = begin.plusSeconds(60);

  protected abstract Budgets budgets(InstantSource clock);

  protected final Optional<Duration> count(Route route, Budget budget, String payer) {
    return budgets(() -> now).count(route, budget, payer, 1);
  }

  @Test
  void letsTheLimitThroughAndTellsEveryOtherHowLongToWait() {
    for (int i = 0; i < THREE.limit(); i++) {
      assertEquals(Optional.empty(), count(ROUTE, THREE, who));
    }
    now = begin.plus(WINDOW).minusSeconds(200);
    assertEquals(Optional.of(Duration.ofSeconds(200)), count(ROUTE, THREE, who));
    assertEquals(Optional.of(Duration.ofSeconds(200)), count(ROUTE, THREE, who));
  }

  @Test
  void beginsAnewWithTheNextWindowThoughNothingDeletedTheOneBefore() {
    for (int i = 0; i <= THREE.limit(); i++) {
      count(ROUTE, THREE, who);
    }
    now = begin.plus(WINDOW).minusMillis(1);
    assertTrue(count(ROUTE, THREE, who).isPresent());
    now = begin.plus(WINDOW);
    assertEquals(Optional.empty(), count(ROUTE, THREE, who));
  }

  @Test
  void countsEachPayerRouteKindAndWindowForItself() {
    for (int i = 0; i < THREE.limit(); i++) {
      count(ROUTE, THREE, who);
    }
    assertEquals(Optional.empty(), count(ROUTE, THREE, who + "0"));
    assertEquals(Optional.empty(), count(Route.SAVE_DRAFT, THREE, who));
    assertEquals(
        Optional.empty(),
        count(ROUTE, new Budget(Budget.Payer.ACCOUNT, null, null, 3, WINDOW), who));
    assertEquals(
        Optional.empty(),
        count(ROUTE, new Budget(Budget.Payer.VIEWER, null, null, 3, WINDOW.dividedBy(3)), who));
    assertTrue(count(ROUTE, THREE, who).isPresent());
  }

  @Test
  void megabytesAreCountedBesideTriesAndNoneIsTakenThatDoesNotFitWhole() {
    Budget ten = new Budget(Budget.Payer.VIEWER, null, "size", 10, WINDOW);
    Budgets budgets = budgets(() -> now);
    assertEquals(Optional.empty(), budgets.count(ROUTE, ten, who, Budget.megabytes(6_000_001)));
    assertTrue(budgets.count(ROUTE, ten, who, Budget.megabytes(4_000_000)).isPresent());
    assertEquals(Optional.empty(), budgets.count(ROUTE, ten, who, Budget.megabytes(3_000_000)));
    assertTrue(budgets.count(ROUTE, ten, who, Budget.megabytes(0)).isPresent());
    assertTrue(budgets.count(ROUTE, ten, who + "0", Budget.megabytes(11_000_000)).isPresent());
    assertEquals(Optional.empty(), count(ROUTE, THREE, who));
  }

  @Test
  void ofTwoHundredAtOnceExactlyTheLimitGetThrough() {
    Budget twenty = new Budget(Budget.Payer.VIEWER, null, null, 20, WINDOW);
    Budgets budgets = budgets(() -> now);
    List<Optional<Duration>> told = AtOnce.each(200, i -> budgets.count(ROUTE, twenty, who, 1));
    assertEquals(20, told.stream().filter(Optional::isEmpty).count());
  }
}
