package jp.ishikari.link.staffdirectory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.ishikari.link.blueprint.Role;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Noted;
import jp.ishikari.link.domain.OversightStore;
import jp.ishikari.link.domain.Part;
import jp.ishikari.link.domain.identity.Registration;
import jp.ishikari.link.domain.identity.StaffMember;
import jp.ishikari.link.staffdirectory.store.StaffChange;
import jp.ishikari.link.staffdirectory.store.StaffRegister;

/** What other administrators are to know of: rights of an administrator that were not there. */
record NotedRights(StaffRegister register, OversightStore oversight) {

  List<Part<NotSaved>> noting(
      StaffChange change, Optional<Registration> before, Registration after, LocalDate today) {
    Set<Role> had =
        before.map(r -> RegistrationRules.administration(r, today, this::rolesOf)).orElse(Set.of());
    Set<Role> has = RegistrationRules.administration(after, today, this::rolesOf);
    return had.containsAll(has)
        ? List.of()
        : List.of(
            oversight.noting(
                Noted.of(
                    change.at(),
                    Noted.Kind.RIGHTS_GIVEN,
                    change.by(),
                    change.byName(),
                    change.staffId(),
                    after.name(),
                    had.isEmpty() ? null : RegistrationRules.named(had),
                    RegistrationRules.named(has))));
  }

  private Set<String> rolesOf(String staffId) {
    return register
        .find(staffId)
        .map(StaffMember::registration)
        .map(Registration::roles)
        .orElse(Set.of());
  }
}
