package jp.ishikari.link.casework;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import jp.ishikari.link.casework.store.DeskStore;
import jp.ishikari.link.domain.ApplicationState;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/**
 * The cases of the clerk's divisions in one state, oldest first, division by division; a moment
 * behind what was done to them.
 */
@Contract(response = CaseLine.Lines.class)
record ListCases(DeskStore desk, CaseLine.Maker maker) implements Operation {
  private static final int PAGE = 50;

  /** Division, then the store's own cursor. */
  private static final Pattern CURSOR =
      Pattern.compile(
          "([a-z0-9-]+)~(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z_[0-9a-f-]{36})?");

  @Override
  public Response run(Request request) {
    String state = request.query().getOrDefault("state", ApplicationState.SUBMITTED.name());
    Optional<ApplicationState> known =
        Arrays.stream(ApplicationState.values()).filter(s -> s.name().equals(state)).findFirst();
    String cursor = request.query().get("cursor");
    if (known.isEmpty() || (cursor != null && !CURSOR.matcher(cursor).matches())) {
      return Problem.ANSWERS_INVALID.response(
          List.of(
              new Problem.FieldError(
                  known.isEmpty() ? "state" : "cursor", "option", "この値では絞り込めません。")));
    }
    return Response.ok(lines(request.staff().divisions(), known.get(), cursor));
  }

  private CaseLine.Lines lines(Set<String> divisions, ApplicationState state, String cursor) {
    String fromDivision = cursor == null ? "" : cursor.substring(0, cursor.indexOf('~'));
    String fromCase =
        cursor == null || cursor.endsWith("~") ? null : cursor.substring(cursor.indexOf('~') + 1);
    List<CaseLine> lines = new ArrayList<>();
    for (String division : divisions.stream().sorted().toList()) {
      if (division.compareTo(fromDivision) < 0) {
        continue;
      }
      if (lines.size() >= PAGE) {
        return new CaseLine.Lines(lines, division + "~");
      }
      DeskStore.Page page = desk.page(division, state, fromCase);
      page.rows().forEach(row -> lines.add(maker.of(row)));
      if (page.cursor() != null) {
        return new CaseLine.Lines(lines, division + "~" + page.cursor());
      }
      fromCase = null;
    }
    return new CaseLine.Lines(lines, null);
  }
}
