package jp.ishikari.link.casework;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.ishikari.link.domain.CityEvent;
import jp.ishikari.link.edge.Log;
import jp.ishikari.link.edge.LogField;

/**
 * The clerks' list follows the city's events. An event only says where to look; whatever their
 * order, and however often one comes, the lines are the same in the end.
 */
record KeepDesk(DeskLines lines) implements Function<List<CityEvent>, Set<CityEvent>> {
  private static final Log LOG = Log.of(KeepDesk.class);

  @Override
  public Set<CityEvent> apply(List<CityEvent> events) {
    Set<String> known =
        lines
            .renew(events.stream().map(CityEvent::applicationId).collect(Collectors.toSet()))
            .keySet();
    Set<CityEvent> again =
        events.stream()
            .filter(event -> !known.contains(event.applicationId()))
            .collect(Collectors.toSet());
    again.forEach(
        event ->
            LOG.warn("event of an unknown application", Log.fields(LogField.EVENT), event.id()));
    return again;
  }
}
