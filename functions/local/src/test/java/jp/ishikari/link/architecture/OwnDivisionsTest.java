package jp.ishikari.link.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.ishikari.link.blueprint.Access;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.OfOwnDivisions;
import jp.ishikari.link.edge.Request;
import org.junit.jupiter.api.Test;

/**
 * What reaches the caller's own divisions only can't be found otherwise: the operations of such
 * routes never read the path, and what does is marked, and looks at the caller's divisions.
 */
class OwnDivisionsTest {
  private static final JavaClasses CITY = CityClasses.ALL;

  private static List<Route> routes() {
    return Arrays.stream(Route.values())
        .filter(route -> route.access().reach() == Access.Reach.OWN_DIVISIONS)
        .toList();
  }

  @Test
  void noOperationOfTheirsReadsThePathButThroughALookUpOfOwnDivisions() {
    List<String> wrong = new ArrayList<>();
    for (Route route : routes()) {
      Set<JavaClass> mine = reached(CITY.get(Names.operationClass(route)));
      mine.stream()
          .filter(c -> !c.isAnnotatedWith(OfOwnDivisions.class))
          .filter(c -> calls(c, Request.class, "path"))
          .forEach(c -> wrong.add(route + " reads the path in " + c.getSimpleName()));
      boolean names = route.path().contains("{");
      if (names && mine.stream().noneMatch(c -> c.isAnnotatedWith(OfOwnDivisions.class))) {
        wrong.add(route + " finds what its path names without looking at divisions");
      }
      boolean lists = !names && route.method() == Route.Method.GET;
      if (lists && mine.stream().noneMatch(c -> calls(c, Caller.Staff.class, "divisions"))) {
        wrong.add(route + " lists without looking at divisions");
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void everyLookUpOfOwnDivisionsLooksAtTheCallers() {
    List<JavaClass> lookUps =
        CITY.stream().filter(c -> c.isAnnotatedWith(OfOwnDivisions.class)).toList();
    assertTrue(lookUps.size() >= 4, lookUps.toString());
    assertEquals(
        List.of(),
        lookUps.stream().filter(c -> !calls(c, Caller.Staff.class, "divisions")).toList());
  }

  /**
   * The operation and what of its own package it uses, up to the look-ups, wherever those stand.
   */
  private static Set<JavaClass> reached(JavaClass operation) {
    Set<JavaClass> reached = new HashSet<>(Set.of(operation));
    Deque<JavaClass> next = new ArrayDeque<>(reached);
    while (!next.isEmpty()) {
      JavaClass one = next.pop();
      if (!one.isAnnotatedWith(OfOwnDivisions.class)) {
        uses(one)
            .filter(
                c ->
                    c.getPackage().equals(operation.getPackage())
                        || c.isAnnotatedWith(OfOwnDivisions.class))
            .filter(reached::add)
            .forEach(next::add);
      }
    }
    return reached;
  }

  private static Stream<JavaClass> uses(JavaClass one) {
    return one.getDirectDependenciesFromSelf().stream().map(Dependency::getTargetClass);
  }

  private static boolean calls(JavaClass from, Class<?> owner, String method) {
    return Stream.concat(
            from.getMethodCallsFromSelf().stream(), from.getMethodReferencesFromSelf().stream())
        .anyMatch(
            call -> call.getTargetOwner().isEquivalentTo(owner) && call.getName().equals(method));
  }
}
