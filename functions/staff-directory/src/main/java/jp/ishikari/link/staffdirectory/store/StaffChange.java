package jp.ishikari.link.staffdirectory.store;

import java.time.Instant;
import java.util.List;
import jp.ishikari.link.domain.Difference;
import jp.ishikari.link.domain.identity.Registration;

/**
 * One change of a registration: who, when, what.
 *
 * @param revision of the registration after it
 * @param by staff id
 * @param what parts of {@link Registration}, or what was done
 */
public record StaffChange(
    String staffId, int revision, Instant at, String by, String byName, List<Difference> what) {}
