package jp.ishikari.link.staffdirectory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.ishikari.link.blueprint.Role;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.domain.identity.Registration;
import jp.ishikari.link.domain.identity.StaffMember;
import jp.ishikari.link.edge.OneOf;
import org.jspecify.annotations.Nullable;

/**
 * A member as the console shows them; nothing of the one-time code but whether there is one.
 *
 * @param open whether they may use the system today
 * @param enrolled whether there is an authenticator
 * @param enrolUntil end of the enrolment code; null when none is good
 * @param recoveryCodes how many are left
 * @param lockedUntil null unless wrong codes have locked them
 */
record StaffLine(
    String staffId,
    int revision,
    String account,
    String name,
    @OneOf(constants = Role.class) List<String> roles,
    List<String> divisions,
    @Nullable LocalDate from,
    @Nullable LocalDate until,
    Registration.@Nullable Deputy deputyFor,
    boolean open,
    boolean enrolled,
    @Nullable Instant enrolUntil,
    int recoveryCodes,
    @Nullable Instant lockedUntil,
    @Nullable Instant signedInAt) {

  static StaffLine of(StaffMember m, Instant now) {
    Registration r = m.registration();
    return new StaffLine(
        m.staffId(),
        m.revision(),
        r.account(),
        r.name(),
        r.roles().stream().sorted().toList(),
        r.divisions().stream().sorted().toList(),
        r.from(),
        r.until(),
        r.deputyFor(),
        r.isOpenOn(Reception.today(now)),
        m.factor().secret() != null,
        m.factor().enrolUntil(),
        m.factor().recovery().size(),
        m.factor().isLocked(now) ? m.factor().lockedUntil() : null,
        m.signedInAt());
  }
}
