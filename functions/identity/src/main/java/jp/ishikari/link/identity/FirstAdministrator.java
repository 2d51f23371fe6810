package jp.ishikari.link.identity;

import java.time.InstantSource;
import java.util.Set;
import jp.ishikari.link.blueprint.Role;
import jp.ishikari.link.domain.identity.EnrolmentCode;
import jp.ishikari.link.domain.identity.Registration;
import jp.ishikari.link.domain.identity.SecondFactor;
import jp.ishikari.link.domain.identity.StaffKeys;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.identity.store.StaffDirectory;

/**
 * Begins a new city: while nobody is registered, the one account that the deployment names becomes
 * the emergency administrator, who registers the others. Each of their sign-ins rings the alarm.
 *
 * @param account what the deployment names
 */
record FirstAdministrator(
    String account, StaffDirectory directory, StaffKeys keys, InstantSource clock) {
  private static final String STAFF_ID = "s-first";
  private static final int ISSUE = 1;

  /** Whether somebody whom the directory does not know is the one to begin. */
  boolean is(String subject) {
    return account.equals(subject) && directory.isEmpty();
  }

  /** Registers them and tells their enrolment code, once. */
  Response begin(String identity) {
    directory.register(
        STAFF_ID,
        identity,
        new Registration(
            account,
            "はじめの管理者",
            Set.of(Role.EMERGENCY_ADMINISTRATOR.name()),
            Set.of(),
            null,
            null,
            null),
        SecondFactor.waiting(ISSUE, clock.instant().plus(EnrolmentCode.GOOD_FOR)));
    return Pages.begun(keys.enrolmentCode(STAFF_ID, ISSUE));
  }
}
