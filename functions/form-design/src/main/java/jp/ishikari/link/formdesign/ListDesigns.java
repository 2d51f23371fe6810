package jp.ishikari.link.formdesign;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.ishikari.link.domain.CalendarStore;
import jp.ishikari.link.domain.DivisionStore;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.domain.ProcedureStore;
import jp.ishikari.link.domain.PublicationRule;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.domain.Release;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.OwnDivision;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.formdesign.store.Design;
import jp.ishikari.link.formdesign.store.DesignStore;
import org.jspecify.annotations.Nullable;

/** Every procedure of the caller's divisions: what is published, and what is being worked on. */
@Contract(response = ListDesigns.Lines.class)
record ListDesigns(
    DesignStore designs,
    ProcedureStore procedures,
    DivisionStore divisions,
    CalendarStore calendars,
    InstantSource clock)
    implements Operation {

  private record Draft(int revision, Instant editedAt, String editedBy, boolean awaiting) {}

  private record Published(
      int version,
      @Nullable Instant at,
      @Nullable String by,
      boolean online,
      @Nullable LocalDate opensOn,
      @Nullable LocalDate closesOn,
      boolean paused) {
    static Published of(Procedure p) {
      Release r = p.release();
      return r == null
          ? new Published(p.version(), null, null, p.online(), null, null, false)
          : new Published(
              p.version(), r.at(), r.byName(), p.online(), r.opensOn(), r.closesOn(), r.paused());
    }
  }

  private record Line(
      String procedureId,
      @Nullable String name,
      String divisionId,
      @Nullable Draft draft,
      @Nullable Published published) {}

  /** What was removed before it was ever published. */
  private record Gone(String procedureId, @Nullable String name, Instant at, String by) {}

  private record OwnDivision(String divisionId, String name, OwnRule rule) {}

  /**
   * @param removed the last first
   * @param withoutHolidays years without which no procedure that has a period can be published
   */
  record Lines(
      List<Line> designs,
      List<Gone> removed,
      List<OwnDivision> divisions,
      List<Integer> withoutHolidays) {}

  @Override
  public Response run(Request request) {
    Map<String, Line> lines = new TreeMap<>();
    for (Procedure p : procedures.listed()) {
      if (request.staff().divisions().contains(p.divisionId())) {
        lines.put(
            p.procedureId(),
            new Line(p.procedureId(), p.name(), p.divisionId(), null, Published.of(p)));
      }
    }
    List<OwnDivision> names = new ArrayList<>();
    List<Gone> removed = new ArrayList<>();
    for (String division : request.staff().divisions().stream().sorted().toList()) {
      names.add(
          divisions
              .find(division)
              .map(d -> new OwnDivision(division, d.name(), rule(division, request.staff())))
              .orElseGet(
                  () -> new OwnDivision(division, division, rule(division, request.staff()))));
      for (Design d : designs.ofDivision(division)) {
        if (d.removed()) {
          removed.add(new Gone(d.procedureId(), d.draft().name(), d.editedAt(), d.editedByName()));
          continue;
        }
        Line listed = lines.get(d.procedureId());
        lines.put(
            d.procedureId(),
            new Line(
                d.procedureId(),
                d.draft().name(),
                division,
                new Draft(d.revision(), d.editedAt(), d.editedByName(), d.awaiting() != null),
                listed == null ? null : listed.published()));
      }
    }
    return Response.ok(
        new Lines(
            List.copyOf(lines.values()),
            removed.stream().sorted(Comparator.comparing(Gone::at).reversed()).toList(),
            names,
            calendars.missing(Reception.today(clock.instant()))));
  }

  private OwnRule rule(String divisionId, Caller.Staff staff) {
    return OwnRule.of(divisions.rule(divisionId).orElse(new PublicationRule(false, null)), staff);
  }
}
