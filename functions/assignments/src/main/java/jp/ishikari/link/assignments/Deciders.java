package jp.ishikari.link.assignments;

import java.text.Collator;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.ishikari.link.assignments.store.Colleagues;
import jp.ishikari.link.blueprint.Access;
import jp.ishikari.link.blueprint.Role;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.domain.assignment.Assignment.Assignee;
import jp.ishikari.link.domain.identity.StaffMember;

/** Who may be given a case: staff of its division who may decide there today. */
record Deciders(Colleagues colleagues, InstantSource clock) {

  /** By name. */
  List<Assignee> of(String divisionId) {
    LocalDate today = Reception.today(clock.instant());
    return colleagues.all().stream()
        .filter(one -> one.divisions().contains(divisionId))
        .filter(one -> one.registration().isOpenOn(today))
        .filter(one -> Access.REVIEWER.opensTo(roles(one)))
        .map(one -> new Assignee(one.staffId(), one.name()))
        .sorted(Comparator.comparing(Assignee::name, Collator.getInstance(Locale.JAPANESE)))
        .toList();
  }

  private static Set<Role> roles(StaffMember one) {
    return Stream.of(Role.values())
        .filter(role -> one.roles().contains(role.name()))
        .collect(Collectors.toSet());
  }
}
