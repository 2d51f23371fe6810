package jp.ishikari.link.casework.store;

import java.util.Optional;
import jp.ishikari.link.domain.identity.StaffMember;

/** The directory of staff, read only. */
public interface Clerks {
  Optional<StaffMember> find(String staffId);
}
