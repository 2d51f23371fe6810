package jp.ishikari.link.blueprint;

import static jp.ishikari.link.blueprint.Grant.Use.MAC;
import static jp.ishikari.link.blueprint.Grant.Use.UPDATE;
import static jp.ishikari.link.blueprint.Grant.to;

import java.util.Arrays;
import java.util.List;

/** What counting tries takes, of an entry that serves a route with a budget. */
final class CountedTries {
  private CountedTries() {}

  static List<Grant> grants(Entry entry) {
    if (!(entry.trigger() instanceof Trigger.Http(Api api)) || !counts(entry)) {
      return List.of();
    }
    return switch (api) {
      case RESIDENT -> List.of(to(Table.BUDGETS, UPDATE), to(Key.BUDGETS, MAC));
      case STAFF -> List.of(to(Table.STAFF_BUDGETS, UPDATE), to(Key.STAFF_BUDGETS, MAC));
      case PARTNER -> List.of(to(Table.PARTNER_BUDGETS, UPDATE), to(Key.PARTNER_BUDGETS, MAC));
    };
  }

  private static boolean counts(Entry entry) {
    return Arrays.stream(Route.values())
        .anyMatch(route -> route.entry() == entry && !route.budgets().isEmpty());
  }
}
