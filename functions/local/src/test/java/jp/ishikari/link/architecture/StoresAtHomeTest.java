package jp.ishikari.link.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.ishikari.link.blueprint.Capability;
import jp.ishikari.link.blueprint.Names;
import org.junit.jupiter.api.Test;

/**
 * A port and its adapter with one user live in that capability; what stands in {@code lib/aws} goes
 * into every zip and has two users or more (design §2).
 */
class StoresAtHomeTest {
  private static final String AWS = "jp.ishikari.link.aws";

  /** Makes tables where no CloudFormation does: for the city hall on one machine and for tests. */
  private static final String OF_NO_CAPABILITY = "TableRequests";

  private static final JavaClasses CITY = CityClasses.ALL;

  @Test
  void everyAdapterInEveryZipIsUsedByTwoCapabilitiesOrMore() {
    assertEquals(
        List.of(),
        shared()
            .filter(c -> users(c).size() < 2)
            .map(c -> c.getSimpleName() + " is only for " + users(c) + ": move it there")
            .toList());
  }

  @Test
  void everyPortInEveryZipIsUsedByTwoCapabilitiesOrMore() {
    Set<JavaClass> adapters = shared().collect(Collectors.toSet());
    List<JavaClass> ports =
        CITY.stream()
            .filter(
                c -> c.isInterface() && c.getPackageName().startsWith("jp.ishikari.link.domain"))
            .filter(c -> c.getSubclasses().stream().anyMatch(s -> adapters.contains(s)))
            .toList();
    assertTrue(ports.size() > 5, "ports are found");
    assertEquals(
        List.of(),
        ports.stream()
            .filter(c -> users(c).size() < 2)
            .map(c -> c.getSimpleName() + " is only for " + users(c) + ": move it there")
            .toList());
  }

  /** What of {@code lib/aws} stands by itself: nested classes and lambdas go with their owner. */
  private static Stream<JavaClass> shared() {
    return CITY.stream()
        .filter(c -> c.getPackageName().equals(AWS))
        .filter(c -> c.isTopLevelClass() && !c.getSimpleName().equals("package-info"))
        .filter(c -> !c.getSimpleName().equals(OF_NO_CAPABILITY));
  }

  /** Capabilities whose classes lead to this one, directly or through others of the libraries. */
  private static Set<Capability> users(JavaClass of) {
    Set<JavaClass> seen = new HashSet<>();
    Set<Capability> users = new HashSet<>();
    lead(of, seen, users);
    return users.stream().collect(Collectors.toCollection(TreeSet::new));
  }

  private static void lead(JavaClass to, Set<JavaClass> seen, Set<Capability> users) {
    if (!seen.add(to)) {
      return;
    }
    Collection<JavaClass> from =
        to.getDirectDependenciesToSelf().stream()
            .map(Dependency::getOriginClass)
            .collect(Collectors.toSet());
    for (JavaClass user : from) {
      Capability capability = capability(user);
      if (capability != null) {
        users.add(capability);
      } else if (user.getPackageName().equals(AWS)) {
        lead(user, seen, users);
      }
    }
  }

  private static Capability capability(JavaClass of) {
    String name = of.getPackageName() + ".";
    return Arrays.stream(Capability.values())
        .filter(c -> name.startsWith(Names.packageOf(c) + "."))
        .findFirst()
        .orElse(null);
  }
}
