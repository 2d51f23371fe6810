package jp.ishikari.link.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import jp.ishikari.link.blueprint.Access;
import jp.ishikari.link.blueprint.Budget;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.edge.Contract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What anybody may ask for has a bound, and nobody who is in their right meets it. */
class BudgetsTest {

  @Test
  void whateverAnybodyMayCallAndDoesMoreThanReadHasABudgetPerViewer() {
    List<Route> without =
        Arrays.stream(Route.values())
            .filter(
                route ->
                    route.access() == Access.MACHINE
                        || route.access() == Access.ANYONE && doesMoreThanRead(route))
            .filter(route -> route.budgets().isEmpty() || !perViewer(route))
            .toList();
    assertEquals(List.of(), without, "declare their budgets in RouteBudgets");
  }

  /** A page on the way to a provider and back is a step of a sign-in: it is kept and checked. */
  private static boolean doesMoreThanRead(Route route) {
    try {
      Contract contract = Class.forName(Names.operationClass(route)).getAnnotation(Contract.class);
      return route.method() == Route.Method.POST
          || List.of(contract.response()).contains(Contract.Page.class);
    } catch (ClassNotFoundException missing) {
      throw new AssertionError(missing);
    }
  }

  /** The first, so that who is over it is not counted in what belongs to somebody else. */
  private static boolean perViewer(Route route) {
    return route.budgets().getFirst().payer() == Budget.Payer.VIEWER;
  }

  /**
   * What goes on in ten minutes behind one address: 500 of staff at the start of a day, ten
   * terminals at the counter that somebody new uses every two minutes, twenty who wait for their
   * phone (asked every 3 s), a class of forty that applies together.
   */
  @ParameterizedTest
  @CsvSource({
    "START_STAFF_SIGN_IN, 1000",
    "FINISH_STAFF_SIGN_IN, 1000",
    "SIGN_OUT_STAFF, 500",
    "BEGIN_VISIT, 50",
    "END_VISIT, 50",
    "DRAW_CHALLENGE, 100",
    "ENROL_TERMINAL, 10",
    "START_SIGN_IN, 80",
    "FINISH_SIGN_IN, 80",
    "FINISH_SIGNING, 80",
    "SEND_EMAIL_CODE, 40",
    "ENTER_EMAIL_CODE, 80",
    "START_PAIRING, 40",
    "OPEN_PAIRING, 40",
    "CONFIRM_PAIRING, 40",
    "CANCEL_PAIRING, 40",
    "COLLECT_PAIRING, 4000",
    "SUBMIT_APPLICATION, 80",
    "SAVE_DRAFT, 200",
    "OPEN_DRAFT, 40",
    "DELETE_DRAFT, 40",
    "REPORT_UNFOUND_WORD, 80",
    "SIGN_OUT, 80"
  })
  void oneAddressOfManyPeopleIsNotRefused(Route route, int inTenMinutes) {
    Budget budget = route.budgets().getFirst();
    double limit = budget.limit() * 10.0 / budget.window().toMinutes();
    assertTrue(limit >= inTenMinutes, route + " lets through " + limit);
  }
}
