package jp.ishikari.link.assignments.store;

import java.util.List;
import jp.ishikari.link.domain.identity.StaffMember;

/** Whom a case may be given to. */
public interface Colleagues {

  /** All staff of the city, some hundreds. */
  List<StaffMember> all();
}
