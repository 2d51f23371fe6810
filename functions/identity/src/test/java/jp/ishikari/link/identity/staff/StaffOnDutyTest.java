package jp.ishikari.link.identity.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.ishikari.link.blueprint.Role;
import jp.ishikari.link.domain.identity.Registration;
import jp.ishikari.link.domain.identity.SecondFactor;
import jp.ishikari.link.domain.identity.Session;
import jp.ishikari.link.domain.identity.SignInPolicy;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.identity.store.DynamoStaffDirectory;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a session of staff is worth on a given day, by what the directory says. */
@ExtendWith(Engines.class)
class StaffOnDutyTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  private final DynamoStaffDirectory directory;
  private final StaffOnDuty onDuty;
  private SignInPolicy policy = SignInPolicy.FIRST;

  StaffOnDutyTest(TestCloud cloud) {
    this.directory = new DynamoStaffDirectory(cloud);
    // 00:30 in the city, still the day before in UTC.
    this.onDuty =
        new StaffOnDuty(directory, () -> policy, () -> Instant.parse("2026-11-23T15:30:00Z"));
  }

  private String registered(
      Set<String> roles,
      Set<String> divisions,
      LocalDate from,
      LocalDate until,
      Registration.Deputy deputy) {
    String id = "staff-" + UUID.randomUUID();
    directory.register(
        id,
        "staff#" + id,
        new Registration(id, "鈴木 一郎", roles, divisions, from, until, deputy),
        SecondFactor.enrolled(new byte[20]));
    return id;
  }

  private Optional<Caller> caller(String id) {
    return onDuty.caller(
        new Session(
            "s", Session.Kind.STAFF, id, true, "", Instant.EPOCH, Instant.EPOCH, Instant.MAX),
        "198.51.100.7");
  }

  private Caller.Staff standing(String id) {
    return (Caller.Staff) caller(id).orElseThrow();
  }

  @Test
  void aRoleThatIsNoneOpensNothingAndBreaksNothing() {
    String id = registered(Set.of("EMPEROR", "VIEWER"), Set.of("shimin"), null, null, null);
    assertEquals(Set.of(Role.VIEWER), standing(id).roles());
    String none = registered(Set.of("EMPEROR"), Set.of("shimin"), null, null, null);
    assertEquals(Set.of(), standing(none).roles());
  }

  @Test
  void isSomebodyFromTheFirstDayToTheLastInTheCitysOwnTime() {
    Set<String> viewer = Set.of("VIEWER");
    Set<String> shimin = Set.of("shimin");
    assertTrue(caller(registered(viewer, shimin, TODAY, TODAY, null)).isPresent());
    String early = registered(viewer, shimin, TODAY.plusDays(1), null, null);
    assertTrue(caller(early).isEmpty());
    assertTrue(onDuty.behind("staff#" + early).isEmpty());
    assertTrue(caller(registered(viewer, shimin, null, TODAY.minusDays(1), null)).isEmpty());
  }

  @Test
  void aDeputyWorksInTheDivisionsOfTheAbsentForThoseDaysOnly() {
    String absent = registered(Set.of("REVIEWER"), Set.of("zeimu"), null, null, null);
    Registration.Deputy now = new Registration.Deputy(absent, TODAY, TODAY);
    Registration.Deputy over =
        new Registration.Deputy(absent, TODAY.minusDays(9), TODAY.minusDays(1));
    Set<String> reviewer = Set.of("REVIEWER");
    Set<String> own = Set.of("shimin");
    assertEquals(
        Set.of("shimin", "zeimu"),
        standing(registered(reviewer, own, null, null, now)).divisions());
    assertEquals(own, standing(registered(reviewer, own, null, null, over)).divisions());
    assertEquals(
        Optional.of(now.staffId()),
        standing(registered(reviewer, own, null, null, now)).standsInFor());
    assertEquals(
        Optional.empty(), standing(registered(reviewer, own, null, null, over)).standsInFor());
  }

  @Test
  void aDeputyGainsNothingWhenTheRolesAreNoLongerTheSame() {
    String absent = registered(Set.of("VIEWER"), Set.of("zeimu"), null, null, null);
    Registration.Deputy deputy = new Registration.Deputy(absent, TODAY, TODAY);
    Caller.Staff caller =
        standing(registered(Set.of("REVIEWER"), Set.of("shimin"), null, null, deputy));
    assertEquals(Set.of("shimin"), caller.divisions());
    assertEquals(Set.of(Role.REVIEWER), caller.roles());
  }

  @Test
  void aRoleCountsOnlyWhereItMayBeUsed() {
    Set<String> roles = Set.of("VIEWER", "USER_ADMINISTRATOR");
    String id = registered(roles, Set.of("shimin"), null, null, null);
    policy = from(Map.of("USER_ADMINISTRATOR", List.of("203.0.113.0/24", "2001:db8::/32")));
    assertEquals(Set.of(Role.VIEWER), standing(id).roles());
    policy = from(Map.of("USER_ADMINISTRATOR", List.of("203.0.113.0/24", "198.51.100.0/29")));
    assertEquals(Set.of(Role.VIEWER, Role.USER_ADMINISTRATOR), standing(id).roles());
  }

  @Test
  void whoHasNoRoleThatMayBeUsedHereIsNobodyHere() {
    String id = registered(Set.of("VIEWER"), Set.of("shimin"), null, null, null);
    policy = from(Map.of("VIEWER", List.of("203.0.113.0/24")));
    assertTrue(caller(id).isEmpty());
    assertFalse(onDuty.mayComeFrom(directory.find(id).orElseThrow(), "198.51.100.7"));
    assertTrue(onDuty.mayComeFrom(directory.find(id).orElseThrow(), "203.0.113.255"));
  }

  @Test
  void theEmergencyAdministratorComesInWhateverNetworksTheConsoleSays() {
    String id = registered(Set.of("EMERGENCY_ADMINISTRATOR"), Set.of(), null, null, null);
    policy = from(Map.of("EMERGENCY_ADMINISTRATOR", List.of("203.0.113.0/24")));
    assertEquals(Set.of(Role.EMERGENCY_ADMINISTRATOR), standing(id).roles());
  }

  @Nested
  class WithoutOneTimeCode {
    private boolean provenWith(boolean asserted, String... roles) {
      String id = registered(Set.of(roles), Set.of("shimin"), null, null, null);
      Session firstFactor =
          new Session(
              "s",
              Session.Kind.STAFF,
              id,
              false,
              asserted,
              "",
              Instant.EPOCH,
              Instant.EPOCH,
              Instant.MAX);
      return ((Caller.Staff) onDuty.caller(firstFactor, "198.51.100.7").orElseThrow()).proven();
    }

    @Test
    void isWhoHasOnlyRolesOfWhichSettingsAskNoneUntilTheyDoAgain() {
      policy = waived("VIEWER", "AUDITOR");
      assertTrue(provenWith(false, "VIEWER"));
      assertTrue(provenWith(false, "VIEWER", "AUDITOR"));
      assertFalse(provenWith(false, "VIEWER", "REVIEWER"));
      policy = SignInPolicy.FIRST;
      assertFalse(provenWith(false, "VIEWER"));
    }

    @Test
    void isWhoseProviderSaysThatItAskedForASecondFactorItself() {
      assertTrue(provenWith(true, "REVIEWER"));
      assertFalse(provenWith(false, "REVIEWER"));
    }

    @Test
    void isNeverAnAdministratorWhateverSettingsAndProviderSayNorWhoHasNoRole() {
      policy = waived(Arrays.stream(Role.values()).map(Enum::name).toArray(String[]::new));
      for (String role :
          List.of(
              "SYSTEM_ADMINISTRATOR",
              "USER_ADMINISTRATOR",
              "DIVISION_ADMINISTRATOR",
              "EMERGENCY_ADMINISTRATOR")) {
        assertFalse(provenWith(true, role), role);
        assertFalse(provenWith(true, "VIEWER", role), role);
      }
      assertFalse(provenWith(true, "EMPEROR"));
    }

    private static SignInPolicy waived(String... roles) {
      return new SignInPolicy(1, null, 5, 30, 8, Map.of(), Set.of(roles), null, null);
    }
  }

  private static SignInPolicy from(Map<String, List<String>> networks) {
    return new SignInPolicy(1, null, 5, 30, 8, networks, Set.of(), null, null);
  }
}
