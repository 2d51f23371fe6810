package jp.ishikari.link.staffdirectory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.ishikari.link.domain.identity.Registration;
import jp.ishikari.link.domain.identity.StaffMember;

/**
 * A member as the console shows them; nothing of the one-time code but whether there is one.
 *
 * @param open whether they may use the system today
 * @param lockedUntil null unless wrong codes have locked them
 */
record StaffLine(
    String staffId,
    int revision,
    String account,
    String name,
    List<String> roles,
    List<String> divisions,
    LocalDate from,
    LocalDate until,
    Registration.Deputy deputyFor,
    boolean open,
    boolean enrolled,
    Instant lockedUntil,
    Instant signedInAt) {

  static StaffLine of(StaffMember m, LocalDate today) {
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
        r.isOpenOn(today),
        m.totpSecret() != null,
        m.lockedUntil(),
        m.signedInAt());
  }
}
