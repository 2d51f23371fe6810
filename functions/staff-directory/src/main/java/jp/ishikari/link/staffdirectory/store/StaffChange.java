package jp.ishikari.link.staffdirectory.store;

import java.time.Instant;
import java.util.List;
import jp.ishikari.link.domain.identity.Registration;
import org.jspecify.annotations.Nullable;

/**
 * One change of a registration: who, when, what.
 *
 * @param revision of the registration after it
 * @param by staff id
 */
public record StaffChange(
    String staffId, int revision, Instant at, String by, String byName, List<Difference> what) {

  /**
   * @param field of {@link Registration}, or what was done
   * @param before null for nothing
   * @param after null for nothing
   */
  public record Difference(String field, @Nullable String before, @Nullable String after) {}
}
