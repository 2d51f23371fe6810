package jp.ishikari.link.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.ishikari.link.blueprint.Api;
import jp.ishikari.link.blueprint.Capability;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Filling;
import jp.ishikari.link.blueprint.Grant;
import jp.ishikari.link.blueprint.Grant.Use;
import jp.ishikari.link.blueprint.Key;
import jp.ishikari.link.blueprint.Resource;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.blueprint.Trigger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Residents and staff are zones of their own (design §6), by the grants of the blueprint. */
class ZonesTest {
  /** Whoever changes a row under a condition learns what stood there, too. */
  private static final Set<Use> READS =
      EnumSet.of(Use.READ, Use.SCAN, Use.CHECK, Use.PUT, Use.UPDATE, Use.DELETE);

  private static final Set<Use> WRITES = EnumSet.of(Use.PUT, Use.UPDATE, Use.DELETE);

  /** What decides who is staff: their authorizer and their sign-in. */
  private static final Predicate<Entry> DECIDES_WHO_IS_STAFF =
      entry -> entry.capability() == Capability.IDENTITY && isCalledBy(Api.STAFF, entry);

  private static final JavaClasses CITY = CityClasses.ALL;

  @Test
  void whatDecidesWhoIsStaffIsWrittenByEntriesOfStaffAlone() {
    Set<Table> believed =
        granted(DECIDES_WHO_IS_STAFF, READS)
            .filter(Table.class::isInstance)
            .map(Table.class::cast)
            .collect(Collectors.toSet());
    assertTrue(
        believed.containsAll(
            EnumSet.of(
                Table.STAFF_SESSIONS, Table.STAFF_SIGN_INS, Table.STAFF_IDENTITIES, Table.STAFF)));
    assertEquals(
        List.of(),
        offences(entry -> !isCalledBy(Api.STAFF, entry), WRITES, believed::contains),
        "reached from outside staff's zone, and writes what decides who is staff");
  }

  @Test
  void theKeysOfStaffsSignInServeEntriesOfStaffAlone() {
    assertEquals(
        List.of(),
        offences(
            entry -> !isCalledBy(Api.STAFF, entry),
            EnumSet.allOf(Use.class),
            keysOf(DECIDES_WHO_IS_STAFF)::contains));
  }

  @Test
  void whatResidentsSignInWithServesNoEntryOfStaff() {
    Set<Resource> keys = keysOf(Entry.IDENTITY_RESIDENT::equals);
    // Sealed while somebody signs, opened for an export: neither can do the other's part.
    keys.remove(Key.EVIDENCE);
    assertEquals(
        List.of(),
        offences(entry -> isCalledBy(Api.STAFF, entry), EnumSet.allOf(Use.class), keys::contains));
    assertEquals(
        List.of("CASEWORK_STAFF DECRYPT EVIDENCE", "IDENTITY_RESIDENT ENCRYPT EVIDENCE"),
        offences(entry -> true, EnumSet.allOf(Use.class), Key.EVIDENCE::equals));
  }

  /** It grows with the city, and reads what is nobody's business of the caller. */
  @Test
  void aWholeTableIsReadByNobodyButAnOperatorsJob() {
    assertEquals(
        List.of("CASEWORK_DESK_REBUILD SCAN RECEIPTS"),
        offences(entry -> true, EnumSet.of(Use.SCAN), resource -> true));
    assertTrue(
        Entry.CASEWORK_DESK_REBUILD.trigger() instanceof Trigger.Messages messages
            && messages.queue().filling() instanceof Filling.Jobs);
  }

  /**
   * What a key is for is what the one place that names it does with it: whoever needs a key for
   * something else declares another one.
   */
  @ParameterizedTest
  @EnumSource(value = Key.class, mode = EnumSource.Mode.EXCLUDE, names = "AT_REST")
  void aKeyIsNamedInOnePlaceAndSoHasOnePurpose(Key key) {
    JavaClass keys = CITY.get(Key.class);
    List<String> places =
        keys.getField(key.name()).getAccessesToSelf().stream()
            .map(access -> access.getOrigin())
            .filter(origin -> isDeployed(origin.getOwner()))
            .map(origin -> origin.getFullName())
            .distinct()
            .toList();
    assertEquals(1, places.size(), key + " is used at " + places);
  }

  private static boolean isDeployed(JavaClass type) {
    return Stream.of("blueprint", "local", "localcloud", "testkit", "bench", "infracdk")
        .noneMatch(apart -> type.getPackageName().startsWith("jp.ishikari.link." + apart));
  }

  private static boolean isCalledBy(Api api, Entry entry) {
    return switch (entry.trigger()) {
      case Trigger.Http http -> http.api() == api;
      case Trigger.Authorizer authorizer -> authorizer.api() == api;
      case Trigger.Stream stream -> false;
      case Trigger.Messages messages -> false;
      case Trigger.Schedule schedule -> false;
    };
  }

  private static Set<Resource> keysOf(Predicate<Entry> entries) {
    return granted(entries, EnumSet.allOf(Use.class))
        .filter(Key.class::isInstance)
        .collect(Collectors.toSet());
  }

  private static Stream<Resource> granted(Predicate<Entry> entries, Set<Use> uses) {
    return Arrays.stream(Entry.values())
        .filter(entries)
        .flatMap(entry -> entry.grants().stream())
        .filter(grant -> grant.uses().stream().anyMatch(uses::contains))
        .map(Grant::resource);
  }

  private static List<String> offences(
      Predicate<Entry> entries, Set<Use> uses, Predicate<Resource> resources) {
    return Arrays.stream(Entry.values())
        .filter(entries)
        .flatMap(
            entry ->
                entry.grants().stream()
                    .filter(grant -> resources.test(grant.resource()))
                    .flatMap(
                        grant ->
                            grant.uses().stream()
                                .filter(uses::contains)
                                .map(use -> entry + " " + use + " " + grant.resource().name())))
        .sorted()
        .toList();
  }
}
