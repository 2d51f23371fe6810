package jp.ishikari.link.domain.assignment;

import java.util.Map;
import java.util.Set;

/** What others than their own capability need of assignments. */
public interface Assignments {

  /** Of each of the applications, also where nobody has done anything yet (consistent). */
  Map<String, Assignment> ofAll(Set<String> applicationIds);

  /** Of one application. */
  default Assignment of(String applicationId) {
    return ofAll(Set.of(applicationId)).get(applicationId);
  }
}
