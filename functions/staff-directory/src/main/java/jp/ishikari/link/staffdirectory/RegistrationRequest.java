package jp.ishikari.link.staffdirectory;

import java.time.LocalDate;
import java.util.Set;
import jp.ishikari.link.domain.identity.Registration;
import jp.ishikari.link.edge.Limit;
import org.jspecify.annotations.Nullable;

/** A registration as the console sends it; of a new member their account stands beside it. */
record RegistrationRequest(
    @Limit(max = RegistrationRequest.NAME, name = true) String name,
    @Limit(max = 200) Set<String> roles,
    @Limit(max = 200) Set<String> divisions,
    @Nullable LocalDate from,
    @Nullable LocalDate until,
    @Nullable @Limit(max = 64) String deputyFor,
    @Nullable LocalDate deputyFrom,
    @Nullable LocalDate deputyUntil) {
  /** The most code points of a name, typed or in a file. */
  static final int NAME = 100;

  /** For the one who signs in with this account. */
  Registration of(String account) {
    Registration.Deputy deputy =
        deputyFor == null ? null : new Registration.Deputy(deputyFor, deputyFrom, deputyUntil);
    return new Registration(account, name, roles, divisions, from, until, deputy);
  }
}
