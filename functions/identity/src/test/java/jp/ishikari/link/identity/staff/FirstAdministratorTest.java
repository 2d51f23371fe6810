package jp.ishikari.link.identity.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.ishikari.link.aws.DynamoOversightStore;
import jp.ishikari.link.aws.KmsStaffKeys;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.Noted;
import jp.ishikari.link.domain.identity.StaffKeys;
import jp.ishikari.link.domain.identity.StaffMember;
import jp.ishikari.link.identity.store.DynamoStaffDirectory;
import jp.ishikari.link.staffdirectory.store.DynamoStaffRegister;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How a city without any staff gets its first. */
@ExtendWith(Engines.class)
class FirstAdministratorTest {
  private static final String ACCOUNT = "t-abe";

  private final TestCloud cloud;
  private final DynamoStaffDirectory directory;
  private final StaffKeys keys;
  private final FirstAdministrator first;

  FirstAdministratorTest(TestCloud cloud) {
    this.cloud = cloud;
    this.directory = new DynamoStaffDirectory(cloud);
    this.keys = new KmsStaffKeys(cloud);
    this.first =
        new FirstAdministrator(
            ACCOUNT,
            directory,
            new DynamoOversightStore(cloud),
            keys,
            () -> Instant.parse("2026-11-24T01:00:00Z"));
  }

  @BeforeEach
  void aCityWithoutAnybody() {
    empty(Table.STAFF, "staffId");
    empty(Table.OVERSIGHT, "list", "noted");
  }

  private void empty(Table of, String... key) {
    String table = Names.physical(of);
    cloud
        .dynamoDb()
        .scan(r -> r.tableName(table))
        .items()
        .forEach(
            row ->
                cloud
                    .dynamoDb()
                    .deleteItem(
                        r ->
                            r.tableName(table)
                                .key(
                                    Stream.of(key)
                                        .collect(Collectors.toMap(name -> name, row::get)))));
  }

  @Test
  void thoseWhoComeAfterThemAreTold() {
    first.begin(keys.identityOf(ACCOUNT));
    Noted told = new DynamoOversightStore(cloud).newest(5).getFirst();
    assertEquals(Noted.Kind.FIRST_HOLDER, told.kind());
    assertTrue(told.isFor("staff-second"));
    assertFalse(told.isFor(told.by()));
  }

  @Test
  void whomTheDeploymentNamesBecomesTheEmergencyAdministratorWithTheCodeTheyAreShown() {
    assertTrue(first.is(ACCOUNT));
    String page = first.begin(keys.identityOf(ACCOUNT)).body().toString();
    StaffMember begun = directory.findByIdentity(keys.identityOf(ACCOUNT)).orElseThrow();
    assertEquals(Set.of("EMERGENCY_ADMINISTRATOR"), begun.roles());
    assertTrue(
        page.contains(new DynamoStaffRegister(cloud).enrolmentCode(begun.staffId(), 1)), page);
  }

  @Test
  void nobodyElseDoesAndNobodyAtAllOnceSomebodyIsRegistered() {
    assertFalse(first.is("somebody-else"));
    first.begin(keys.identityOf(ACCOUNT));
    assertFalse(first.is(ACCOUNT));
  }
}
