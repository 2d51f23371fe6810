package jp.ishikari.link.identity.staff;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jp.ishikari.link.blueprint.Role;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.domain.identity.Session;
import jp.ishikari.link.domain.identity.SignInPolicy;
import jp.ishikari.link.domain.identity.StaffMember;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.identity.store.StaffDirectory;

/**
 * What a member of staff is today: nobody before their first and after their last day, and in the
 * divisions of an absent colleague too while they stand in for one. Asked on every request, so a
 * change counts at once.
 */
public record StaffOnDuty(
    StaffDirectory directory, Supplier<SignInPolicy> policy, InstantSource clock) {

  /** The member behind an identity, if they may use the system today. */
  public Optional<StaffMember> behind(String identity) {
    return directory.findByIdentity(identity).filter(m -> m.registration().isOpenOn(today()));
  }

  /**
   * Whether our one-time code is not asked of a member: for all their roles it is waived, or the
   * provider says that it asked for a second factor itself. Of administrators it always is.
   */
  public boolean goesWithoutCode(StaffMember member, boolean asserted) {
    Set<Role> roles = roles(member);
    Set<String> waived = policy.get().withoutCode();
    return !roles.isEmpty()
        && roles.stream()
            .allMatch(
                role -> role.mayGoWithoutCode() && (asserted || waived.contains(role.name())));
  }

  /** Notes that a member signed in without a one-time code; with one, that is noted with it. */
  public void signedIn(StaffMember member) {
    directory.save(member, member.factor(), clock.instant());
  }

  /** Whether there is a role that the member may use from an address. */
  public boolean mayComeFrom(StaffMember member, String address) {
    Set<Role> roles = roles(member);
    return roles.isEmpty() || !from(address, roles).isEmpty();
  }

  /**
   * Who a session of staff stands for when it is used from an address; each role counts only where
   * it may be used.
   */
  public Optional<Caller> caller(Session session, String address) {
    LocalDate today = today();
    return directory
        .find(session.principalId())
        .filter(member -> member.registration().isOpenOn(today))
        .filter(member -> mayComeFrom(member, address))
        .map(
            member -> {
              Optional<StaffMember> absent = absent(member, today);
              Set<String> divisions = new HashSet<>(member.divisions());
              absent.ifPresent(colleague -> divisions.addAll(colleague.divisions()));
              return new Caller.Staff(
                  member.staffId(),
                  member.name(),
                  from(address, roles(member)),
                  divisions,
                  session.proven() || goesWithoutCode(member, session.asserted()),
                  session.id(),
                  absent.map(StaffMember::staffId));
            });
  }

  private Set<Role> from(String address, Set<Role> roles) {
    SignInPolicy now = policy.get();
    return roles.stream()
        .filter(role -> role == Role.EMERGENCY_ADMINISTRATOR || now.lets(role.name(), address))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Names that are no role of ours open nothing. */
  private static Set<Role> roles(StaffMember member) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    member.roles().forEach(name -> Role.of(name).ifPresent(roles::add));
    return roles;
  }

  /**
   * The colleague in whose place they are. Standing in widens the divisions, never the roles: only
   * between two who have the same roles of divisions, so that no right of one meets a division of
   * the other.
   */
  private Optional<StaffMember> absent(StaffMember member, LocalDate today) {
    return member
        .registration()
        .deputyOn(today)
        .flatMap(directory::find)
        .filter(absent -> absent.registration().isOpenOn(today))
        .filter(absent -> rolesOfDivisions(absent).equals(rolesOfDivisions(member)));
  }

  private static Set<Role> rolesOfDivisions(StaffMember member) {
    Set<Role> roles = roles(member);
    roles.removeIf(role -> !role.isOfDivisions());
    return roles;
  }

  private LocalDate today() {
    return Reception.today(clock.instant());
  }
}
