package jp.ishikari.link.staffdirectory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Noted;
import jp.ishikari.link.domain.OversightStore;
import jp.ishikari.link.domain.Part;
import jp.ishikari.link.domain.identity.Registration;
import jp.ishikari.link.staffdirectory.RegistrationRules.Administration;
import jp.ishikari.link.staffdirectory.store.StaffChange;

/**
 * What other administrators are to know of: rights of an administrator that were not there, also
 * the same rights in a further division.
 */
record NotedRights(OversightStore oversight) {

  List<Part<NotSaved>> noting(
      StaffChange change,
      RegistrationRules rules,
      Optional<Registration> before,
      Registration after,
      LocalDate today) {
    Administration had =
        before.map(r -> rules.administration(r, today)).orElse(Administration.NONE);
    Administration has = rules.administration(after, today);
    return had.covers(has)
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
                    had.isNone() ? null : rules.named(had),
                    rules.named(has))));
  }
}
