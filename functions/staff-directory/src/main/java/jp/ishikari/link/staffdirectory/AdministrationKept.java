package jp.ishikari.link.staffdirectory;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.ishikari.link.blueprint.Role;
import jp.ishikari.link.domain.identity.Registration;
import jp.ishikari.link.domain.identity.StaffMember;

/**
 * Who keeps the administrators' roles, and can sign in, while the lines of a file are done one
 * after another: what {@link StaffWrite#change} refuses line by line is known of the whole file
 * before its first line is done.
 */
final class AdministrationKept {
  private final LocalDate today;
  private final Map<String, Set<Role>> kept = new HashMap<>();

  private AdministrationKept(LocalDate today) {
    this.today = today;
  }

  /** As it is on record now. */
  static AdministrationKept by(Collection<StaffMember> all, StaffWrite writes) {
    AdministrationKept kept = new AdministrationKept(writes.today());
    all.stream()
        .filter(
            m -> !RegistrationRules.lastingAdministration(m.registration(), kept.today).isEmpty())
        .flatMap(m -> writes.register().find(m.staffId()).stream())
        .forEach(m -> kept.has(m.registration().account(), m.registration(), writes.opens(m)));
    return kept;
  }

  /**
   * An account that has this registration from now on.
   *
   * @param opens whether its holder can sign in
   */
  void has(String account, Registration registration, boolean opens) {
    kept.put(
        account,
        opens
            ? RegistrationRules.lastingAdministration(registration, today)
            : EnumSet.noneOf(Role.class));
  }

  /** Whether a registration gives a role that one must be left with. */
  boolean gives(Registration registration, Role role) {
    return RegistrationRules.lastingAdministration(registration, today).contains(role);
  }

  /** A role that nobody would be left with. */
  Optional<Role> lost(Registration before, Registration after) {
    return leaving(before, after).stream()
        .filter(
            role ->
                kept.entrySet().stream()
                    .noneMatch(
                        other ->
                            !other.getKey().equals(before.account())
                                && other.getValue().contains(role)))
        .findFirst();
  }

  /**
   * When a change is best done: first those that take no such role, then those that give one for
   * another. So none is missing on the way that is not missing at the end.
   */
  int turn(Registration beforeOrNull, Registration after) {
    if (beforeOrNull == null || leaving(beforeOrNull, after).isEmpty()) {
      return 0;
    }
    return RegistrationRules.lastingAdministration(after, today).isEmpty() ? 2 : 1;
  }

  private Set<Role> leaving(Registration before, Registration after) {
    Set<Role> leaving = RegistrationRules.lastingAdministration(before, today);
    leaving.removeAll(RegistrationRules.lastingAdministration(after, today));
    return leaving;
  }
}
