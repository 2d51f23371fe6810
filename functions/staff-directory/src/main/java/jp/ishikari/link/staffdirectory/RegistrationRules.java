package jp.ishikari.link.staffdirectory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.ishikari.link.blueprint.Role;
import jp.ishikari.link.domain.Division;
import jp.ishikari.link.domain.identity.Registration;
import jp.ishikari.link.domain.identity.StaffMember;
import jp.ishikari.link.edge.Body.Mistakes;
import jp.ishikari.link.forms.TextRules;
import jp.ishikari.link.staffdirectory.store.StaffRegister;

/**
 * What a registration must be, whether it is typed or comes in a file.
 *
 * @param members everybody on record, asked for once
 */
record RegistrationRules(
    StaffRegister register, List<Division> divisions, Supplier<List<StaffMember>> members) {
  private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9._@-]{1,64}");

  /** Without one of these nobody could set things right from within. */
  private static final Set<Role> NEVER_WITHOUT =
      EnumSet.of(Role.SYSTEM_ADMINISTRATOR, Role.USER_ADMINISTRATOR, Role.EMERGENCY_ADMINISTRATOR);

  /** The most code points of what is wrong that a sentence repeats. */
  private static final int NAMED = 30;

  /** For one request. */
  static RegistrationRules of(StaffRegister register, List<Division> divisions) {
    List<List<StaffMember>> asked = new ArrayList<>();
    return new RegistrationRules(
        register,
        divisions,
        () -> {
          if (asked.isEmpty()) {
            asked.add(register.all());
          }
          return asked.getFirst();
        });
  }

  /**
   * @param memberOrNull whose registration it is to become; null for a new member
   */
  void check(Registration r, StaffMember memberOrNull, Mistakes mistakes) {
    if (memberOrNull == null) {
      account(r.account(), mistakes);
    }
    Set<Role> roles = roles(r.roles());
    List<String> unknown = r.roles().stream().filter(name -> Role.of(name).isEmpty()).toList();
    if (!unknown.isEmpty()) {
      mistakes.wrong(
          "roles", "option", unknown("役割", unknown, Stream.of(Role.values()).map(Role::label)));
    } else if (roles.isEmpty()) {
      mistakes.wrong("roles", "required", "役割を1つ以上選んでください。");
    }
    Set<String> known =
        divisions.stream().map(Division::divisionId).collect(Collectors.toUnmodifiableSet());
    List<String> nowhere = r.divisions().stream().filter(id -> !known.contains(id)).toList();
    if (!nowhere.isEmpty()) {
      mistakes.wrong(
          "divisions", "option", unknown("課", nowhere, divisions.stream().map(Division::name)));
    } else if (r.divisions().isEmpty() && roles.stream().anyMatch(Role::isOfDivisions)) {
      mistakes.wrong("divisions", "required", "この役割には、課を1つ以上選んでください。");
    }
    if (r.from() != null && r.until() != null && r.until().isBefore(r.from())) {
      mistakes.wrong("until", "order", "利用の最後の日は、最初の日より後にしてください。");
    }
    if (r.deputyFor() != null) {
      deputy(r, memberOrNull, mistakes);
    }
  }

  /** Names what is not there, and what may stand in its place. */
  private static String unknown(String what, List<String> wrong, Stream<String> allowed) {
    return wrong.stream()
            .map(RegistrationRules::shortened)
            .collect(Collectors.joining("」「", "「", "」"))
        + "という"
        + what
        + "はありません。次の中から選んでください：「"
        + allowed.collect(Collectors.joining("」「"))
        + "」。";
  }

  private static String shortened(String cell) {
    return TextRules.length(cell) <= NAMED
        ? cell
        : cell.substring(0, cell.offsetByCodePoints(0, NAMED)) + "…";
  }

  private void account(String account, Mistakes mistakes) {
    if (account.isBlank()) {
      return; // Told as missing already.
    }
    if (!ACCOUNT.matcher(account).matches()) {
      mistakes.wrong("account", "characters", "職員アカウントは、半角の英数字と . _ @ - で64文字以内にしてください。");
    } else if (members.get().stream()
        .anyMatch(member -> member.registration().account().equalsIgnoreCase(account))) {
      mistakes.wrong("account", "taken", "この職員アカウントは、すでに登録されています。");
    }
  }

  private void deputy(Registration r, StaffMember memberOrNull, Mistakes mistakes) {
    Registration.Deputy d = r.deputyFor();
    if (d.from() == null || d.until() == null) {
      mistakes.wrong(
          d.from() == null ? "deputyFrom" : "deputyUntil", "required", "代理の期間を入力してください。");
    } else if (d.until().isBefore(d.from())) {
      mistakes.wrong("deputyUntil", "order", "代理の最後の日は、最初の日より後にしてください。");
    }
    Optional<StaffMember> absent =
        memberOrNull != null && memberOrNull.staffId().equals(d.staffId())
            ? Optional.empty()
            : register.find(d.staffId());
    if (absent.isEmpty()) {
      mistakes.wrong("deputyFor", "option", "代理をする相手は、ほかの職員から選んでください。");
    } else if (!rolesOfDivisions(r).equals(rolesOfDivisions(absent.get().registration()))) {
      mistakes.wrong("deputyFor", "roles", "代理ができるのは、課での役割が同じ職員どうしだけです。");
    }
  }

  /** Why nobody's last registration for this role is taken. */
  static String wouldBeLost(Role role) {
    return role.label() + "が1人もいなくなります。先に、ほかの職員を登録してください。";
  }

  /** Why two who hold the last of a role each can't change places in one file. */
  static String wouldBeExchanged(Role role) {
    return "職員どうしで役割を入れかえています。1行ずつ順に変えるため、途中で"
        + role.label()
        + "が1人もいなくなります。2回に分けてください。1回目はどちらか1人に両方の役割を付け、2回目に入れかえます。";
  }

  /** The roles of which one must be left that this registration gives without an end, today. */
  static Set<Role> lastingAdministration(Registration r, LocalDate today) {
    Set<Role> lasting = EnumSet.noneOf(Role.class);
    if (r.until() == null && r.isOpenOn(today)) {
      lasting.addAll(roles(r.roles()));
      lasting.retainAll(NEVER_WITHOUT);
    }
    return lasting;
  }

  /** Roles of an administrator that somebody has today or will have, each with its divisions. */
  Administration administration(Registration r, LocalDate today) {
    if (r.until() != null && r.until().isBefore(today)) {
      return Administration.NONE;
    }
    Set<Role> roles = roles(r.roles());
    roles.removeIf(Role::mayGoWithoutCode);
    Set<String> of = new TreeSet<>(r.divisions());
    Registration.Deputy deputy = r.deputyFor();
    if (deputy != null && !deputy.until().isBefore(today)) {
      // Standing in widens the divisions, never the roles.
      register
          .find(deputy.staffId())
          .map(StaffMember::registration)
          .ifPresent(absent -> of.addAll(absent.divisions()));
    }
    return new Administration(
        roles.stream()
            .collect(
                Collectors.toMap(
                    role -> role,
                    role -> role.isOfDivisions() ? of : Set.of(),
                    (one, same) -> one,
                    () -> new EnumMap<>(Role.class))));
  }

  /**
   * Rights of an administrator.
   *
   * @param divisions of each role; none for a role that is not of divisions
   */
  record Administration(Map<Role, Set<String>> divisions) {
    static final Administration NONE = new Administration(Map.of());

    boolean isNone() {
      return divisions.isEmpty();
    }

    /** Whether nothing of another's rights is missing here. */
    boolean covers(Administration other) {
      return other.divisions.entrySet().stream()
          .allMatch(
              right ->
                  divisions.containsKey(right.getKey())
                      && divisions.get(right.getKey()).containsAll(right.getValue()));
    }
  }

  /** In the words of the console. */
  String named(Administration rights) {
    return rights.divisions().entrySet().stream()
        .map(
            right ->
                right.getKey().label()
                    + (right.getValue().isEmpty() ? "" : "（" + names(right.getValue()) + "）"))
        .collect(Collectors.joining("、"));
  }

  /** In the words of the console, for the history. */
  static String labels(Set<String> roles) {
    return new TreeSet<>(roles)
        .stream()
            .map(name -> Role.of(name).map(Role::label).orElse(name))
            .collect(Collectors.joining("、"));
  }

  /** In the words of the console, for the history. */
  String names(Set<String> ids) {
    return ids.stream()
        .sorted()
        .map(
            id ->
                divisions.stream()
                    .filter(d -> d.divisionId().equals(id))
                    .map(Division::name)
                    .findFirst()
                    .orElse(id))
        .collect(Collectors.joining("、"));
  }

  private static Set<Role> rolesOfDivisions(Registration r) {
    Set<Role> roles = roles(r.roles());
    roles.removeIf(role -> !role.isOfDivisions());
    return roles;
  }

  private static Set<Role> roles(Set<String> names) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    names.forEach(name -> Role.of(name).ifPresent(roles::add));
    return roles;
  }
}
