package jp.ishikari.link.casework;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.ishikari.link.casework.store.DeskStore;
import jp.ishikari.link.domain.ApplicationState;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import org.jspecify.annotations.Nullable;

/**
 * The cases of the clerk's divisions: of one state, all that are not over, or what is over and was
 * written about since; division by division, state by state, oldest first; a moment behind what was
 * done to them.
 */
@Contract(response = CaseLine.Lines.class)
record ListCases(DeskStore desk, CaseLine.Maker maker) implements Operation {
  /** Of what is over there may be years; a person reads on. */
  private static final int PAGE = 50;

  /** What is open the console sorts and filters whole: few answers, each far below 6 MB. */
  private static final int PAGE_OF_OPEN = 500;

  /** Value of {@code unread}: what residents wrote about what is over. */
  private static final String OVER = "over";

  private static final List<ApplicationState> OPEN =
      Arrays.stream(ApplicationState.values()).filter(state -> !state.over()).toList();

  /** Division, state, then the store's own cursor. */
  private static final Pattern CURSOR =
      Pattern.compile(
          "([a-z0-9-]+)~([A-Z]+)~"
              + "(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z_[0-9a-f-]{36})?");

  /** One list of the store. */
  private record Place(String division, ApplicationState state) {
    static final Comparator<Place> ORDER =
        Comparator.comparing(Place::division).thenComparing(Place::state);

    String cursor(String within) {
      return division + "~" + state + "~" + within;
    }
  }

  /** Where a list goes on: before that place nothing, and in it behind that case. */
  private record Start(Place place, @Nullable String afterCase) {
    /** Empty when the text is none that this operation answers. */
    static Optional<Start> of(String cursor) {
      Matcher parts = CURSOR.matcher(cursor);
      if (!parts.matches()) {
        return Optional.empty();
      }
      return Arrays.stream(ApplicationState.values())
          .filter(state -> state.name().equals(parts.group(2)))
          .findFirst()
          .map(state -> new Start(new Place(parts.group(1), state), parts.group(3)));
    }
  }

  @Override
  public Response run(Request request) {
    String unread = request.query().get("unread");
    if (unread != null) {
      return OVER.equals(unread)
          ? Response.ok(overAndUnread(request.staff().divisions()))
          : unknown("unread");
    }
    String state = request.query().get("state");
    List<ApplicationState> states =
        state == null
            ? OPEN
            : Arrays.stream(ApplicationState.values()).filter(s -> s.name().equals(state)).toList();
    String cursor = request.query().get("cursor");
    Optional<Start> start = Optional.ofNullable(cursor).flatMap(Start::of);
    if (states.isEmpty() || (cursor != null && start.isEmpty())) {
      return unknown(states.isEmpty() ? "state" : "cursor");
    }
    List<Place> places =
        request.staff().divisions().stream()
            .flatMap(division -> states.stream().map(one -> new Place(division, one)))
            .filter(
                place -> start.isEmpty() || Place.ORDER.compare(place, start.get().place()) >= 0)
            .sorted(Place.ORDER)
            .toList();
    return Response.ok(lines(places, start, state == null ? PAGE_OF_OPEN : PAGE));
  }

  private static Response unknown(String filter) {
    return Problem.ANSWERS_INVALID.response(
        List.of(new Problem.FieldError(filter, "option", "この値では絞り込めません。")));
  }

  /** As many as are read at once; what is read gives way to the rest. */
  private CaseLine.Lines overAndUnread(Set<String> divisions) {
    List<CaseLine> lines =
        divisions.stream()
            .sorted()
            .flatMap(division -> desk.overAndUnread(division, PAGE_OF_OPEN).stream())
            .map(maker::of)
            .toList();
    return new CaseLine.Lines(lines, null);
  }

  private CaseLine.Lines lines(List<Place> places, Optional<Start> start, int most) {
    List<CaseLine> lines = new ArrayList<>();
    for (Place place : places) {
      if (lines.size() >= most) {
        return new CaseLine.Lines(lines, place.cursor(""));
      }
      String after =
          start.filter(from -> from.place().equals(place)).map(Start::afterCase).orElse(null);
      DeskStore.Page page = desk.page(place.division(), place.state(), after, most);
      page.rows().forEach(row -> lines.add(maker.of(row)));
      if (page.cursor() != null) {
        return new CaseLine.Lines(lines, place.cursor(page.cursor()));
      }
    }
    return new CaseLine.Lines(lines, null);
  }
}
