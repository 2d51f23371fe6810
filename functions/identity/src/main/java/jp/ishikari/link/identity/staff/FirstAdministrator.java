package jp.ishikari.link.identity.staff;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import jp.ishikari.link.blueprint.Role;
import jp.ishikari.link.domain.Noted;
import jp.ishikari.link.domain.OversightStore;
import jp.ishikari.link.domain.identity.EnrolmentCode;
import jp.ishikari.link.domain.identity.Registration;
import jp.ishikari.link.domain.identity.SecondFactor;
import jp.ishikari.link.domain.identity.StaffKeys;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.identity.door.Pages;
import jp.ishikari.link.identity.store.StaffDirectory;

/**
 * Begins a new city: while nobody is registered, the one account that the deployment names becomes
 * the emergency administrator, who registers the others. Each of their sign-ins rings the alarm.
 *
 * @param account what the deployment names
 */
public record FirstAdministrator(
    String account,
    StaffDirectory directory,
    OversightStore oversight,
    StaffKeys keys,
    InstantSource clock) {
  private static final String NAME = "はじめの管理者";
  private static final String STAFF_ID = "s-first";
  private static final int ISSUE = 1;

  /** Whether somebody whom the directory does not know is the one to begin. */
  public boolean is(String subject) {
    return account.equals(subject) && directory.isEmpty();
  }

  /** Registers them and tells their enrolment code, once. */
  public Response begin(String identity) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    directory.register(
        STAFF_ID,
        identity,
        new Registration(
            account, NAME, Set.of(Role.EMERGENCY_ADMINISTRATOR.name()), Set.of(), null, null, null),
        SecondFactor.waiting(ISSUE, now.plus(EnrolmentCode.GOOD_FOR)),
        // Nobody else is there yet: shown to those whom they register.
        List.of(
            oversight.noting(
                Noted.of(
                    now,
                    Noted.Kind.FIRST_HOLDER,
                    STAFF_ID,
                    NAME,
                    STAFF_ID,
                    NAME,
                    null,
                    Role.EMERGENCY_ADMINISTRATOR.label()))));
    return Pages.begun(keys.enrolmentCode(STAFF_ID, ISSUE));
  }
}
