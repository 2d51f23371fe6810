package jp.ishikari.link.staffdirectory;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.JapaneseChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.ishikari.link.blueprint.Role;
import jp.ishikari.link.domain.Difference;
import jp.ishikari.link.domain.Division;
import jp.ishikari.link.domain.identity.Registration;
import jp.ishikari.link.domain.identity.StaffMember;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Body.Mistakes;
import jp.ishikari.link.edge.Problem.FieldError;

/** What a file of staff would change, and every mistake in it by line and column. */
final class StaffFilePlan {
  /** How the fields of a registration are headed in the file. */
  private static final Map<String, String> HEADED =
      Map.of(
          "account",
          "職員アカウント",
          "name",
          "氏名",
          "roles",
          "役割",
          "divisions",
          "課",
          "from",
          "最初の日",
          "until",
          "最後の日",
          "deputyFor",
          "代理",
          "deputyFrom",
          "代理",
          "deputyUntil",
          "代理");

  /** 2027-4-1 and, by the eras' names or letters, 令和9-4-1 and R9-4-1; only days that there are. */
  private static final List<DateTimeFormatter> DAYS =
      Stream.of(
              DateTimeFormatter.ofPattern("uuuu-M-d"),
              new DateTimeFormatterBuilder()
                  .parseCaseInsensitive()
                  .appendPattern("[GGGG][GGGGG]")
                  .appendValue(ChronoField.YEAR_OF_ERA, 1, 2, SignStyle.NOT_NEGATIVE)
                  .appendPattern("-M-d")
                  .toFormatter(Locale.JAPAN)
                  .withChronology(JapaneseChronology.INSTANCE))
          .map(form -> form.withResolverStyle(ResolverStyle.STRICT))
          .toList();

  /**
   * One line.
   *
   * @param memberOrNull whom it changes; null for somebody new
   * @param what nothing when all is as it stands
   */
  record Step(
      long line, StaffMember memberOrNull, Registration registration, List<Difference> what) {}

  private final StaffWrite writes;
  private final RegistrationRules rules;
  private final String caller;
  private final Map<String, StaffMember> standing;
  private final Set<String> seen = new HashSet<>();
  private final Set<String> seenFolded = new HashSet<>();
  private final StaffFileMistakes found = new StaffFileMistakes();
  final List<Step> steps = new ArrayList<>();

  /** The steps that change something, in an order in which each may be done. */
  final List<Step> inOrder = new ArrayList<>();

  StaffFilePlan(StaffWrite writes, String caller, List<StaffFile.Line> lines) {
    this.writes = writes;
    this.rules = writes.rules();
    this.caller = caller;
    this.standing =
        writes.register().all().stream()
            .collect(Collectors.toMap(m -> m.registration().account(), Function.identity()));
    lines.forEach(this::plan);
    if (found.none()) {
      // With a mistake left, what the file comes to is not known.
      order();
    }
  }

  /** Every mistake; none when the file can be done. */
  List<FieldError> errors() {
    return found.told();
  }

  private void plan(StaffFile.Line line) {
    Mistakes mistakes = mistakes(line.number());
    String account = line.cell("職員アカウント");
    StaffMember member = standing.get(account);
    Registration registration =
        new Registration(
            account,
            line.cell("氏名"),
            named(line.cell("役割"), label -> role(label)),
            named(line.cell("課"), this::division),
            day(line.cell("最初の日"), "from", mistakes),
            day(line.cell("最後の日"), "until", mistakes),
            member == null ? null : member.registration().deputyFor());
    if (account.isEmpty()) {
      mistakes.wrong("account", "required", "入力してください。");
    } else if (twice(account, member)) {
      mistakes.wrong("account", "twice", "同じ職員アカウントの行が2つあります（大文字と小文字は区別しません）。");
    }
    if (member == null || !member.name().equals(registration.name())) {
      // A name from before a rule stands until somebody changes it.
      Body.checkName(registration.name(), "name", RegistrationRequest.NAME, mistakes);
    }
    rules.check(registration, member, mistakes);
    List<Difference> what =
        writes.differences(rules, member == null ? null : member.registration(), registration);
    if (member != null && member.staffId().equals(caller) && !what.isEmpty()) {
      mistakes.wrong("account", "own", "自分の登録は変えられません。ほかの利用者管理者に依頼してください。");
    }
    steps.add(new Step(line.number(), member, registration, what));
  }

  private Mistakes mistakes(long line) {
    return (field, code, message) -> found.add(line, HEADED.get(field), field, code, message);
  }

  /** Accounts that differ in case only are one, as where one is typed; those that stand are not. */
  private boolean twice(String account, StaffMember memberOrNull) {
    boolean like = !seenFolded.add(account.toLowerCase(Locale.ROOT));
    return !seen.add(account) || (like && memberOrNull == null);
  }

  /**
   * Puts the steps in an order that never leaves the city without administrators on the way, and
   * tells those that would at the end.
   */
  private void order() {
    AdministrationKept kept = AdministrationKept.by(standing.values(), writes);
    List<Step> waiting =
        steps.stream()
            .filter(step -> !step.what().isEmpty())
            .sorted(Comparator.comparingInt(step -> kept.turn(before(step), step.registration())))
            .collect(Collectors.toCollection(ArrayList::new));
    while (waiting.removeIf(step -> done(step, kept))) {
      // Each that is done may let another be done.
    }
    waiting.forEach(
        step ->
            kept.lost(before(step), step.registration())
                .ifPresent(role -> tellLost(step, role, waiting, kept)));
  }

  /** Those who only change places would be left with none on the way, not at the end. */
  private void tellLost(Step step, Role role, List<Step> waiting, AdministrationKept kept) {
    boolean exchanged =
        waiting.stream()
            .anyMatch(
                other ->
                    writes.opens(other.memberOrNull()) && kept.gives(other.registration(), role));
    mistakes(step.line())
        .wrong(
            "roles",
            exchanged ? "exchange" : "last",
            exchanged
                ? RegistrationRules.wouldBeExchanged(role)
                : RegistrationRules.wouldBeLost(role));
  }

  private boolean done(Step step, AdministrationKept kept) {
    StaffMember member = step.memberOrNull();
    if (member != null && kept.lost(before(step), step.registration()).isPresent()) {
      return false;
    }
    kept.has(step.registration().account(), step.registration(), writes.opens(member));
    return inOrder.add(step);
  }

  private static Registration before(Step step) {
    return step.memberOrNull() == null ? null : step.memberOrNull().registration();
  }

  private static Set<String> named(String cell, Function<String, String> id) {
    return Arrays.stream(cell.split("[、,;；\\n]"))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .map(id)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** An unknown label stays as it is, and is refused as unknown. */
  private static String role(String label) {
    return EnumSet.allOf(Role.class).stream()
        .filter(role -> role.label().equals(label))
        .map(Role::name)
        .findFirst()
        .orElse(label);
  }

  private String division(String name) {
    return rules.divisions().stream()
        .filter(division -> division.name().equals(name))
        .map(Division::divisionId)
        .findFirst()
        .orElse(name);
  }

  private static LocalDate day(String cell, String field, Mistakes mistakes) {
    if (cell.isEmpty()) {
      return null;
    }
    String written =
        Normalizer.normalize(cell, Normalizer.Form.NFKC)
            .replaceFirst(" 0?0:00(:00)?$", "")
            .replace("元年", "1年")
            .replaceAll("[年月/.]", "-")
            .replaceFirst("日$", "");
    for (DateTimeFormatter form : DAYS) {
      try {
        return LocalDate.from(form.parse(written));
      } catch (DateTimeException other) {
        // Perhaps the next form.
      }
    }
    mistakes.wrong(field, "date", "2027/4/1、令和9年4月1日 のような形で、正しい日付を入力してください。");
    return null;
  }
}
