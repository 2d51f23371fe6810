package jp.ishikari.link.aws;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.domain.ProcedureStore;

/**
 * Procedures kept in a warm function: a version for good, as it never changes; which one is current
 * for a few seconds.
 */
public final class RememberedProcedures implements ProcedureStore {
  private static final Duration CURRENT_FOR = Duration.ofSeconds(5);

  private record Seen(Procedure procedure, Instant until) {}

  private final ProcedureStore store;
  private final InstantSource clock;
  private final Map<String, Seen> current = new ConcurrentHashMap<>();
  private final Map<String, Procedure> versions = new ConcurrentHashMap<>();

  public RememberedProcedures(ProcedureStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public Optional<Procedure> current(String procedureId) {
    Instant now = clock.instant();
    Seen seen = current.get(procedureId);
    if (seen != null && now.isBefore(seen.until())) {
      return Optional.of(seen.procedure());
    }
    Optional<Procedure> found = store.current(procedureId);
    found.ifPresent(p -> current.put(procedureId, new Seen(p, now.plus(CURRENT_FOR))));
    return found;
  }

  @Override
  public Optional<Procedure> version(String procedureId, int version) {
    String key = procedureId + "#" + version;
    Procedure known = versions.get(key);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Procedure> found = store.version(procedureId, version);
    found.ifPresent(p -> versions.put(key, p));
    return found;
  }

  @Override
  public List<Procedure> versions(String procedureId) {
    return store.versions(procedureId);
  }

  @Override
  public List<Procedure> listed() {
    return store.listed();
  }

  @Override
  public boolean publish(Procedure procedure) {
    return store.publish(procedure);
  }
}
