package jp.ishikari.link.domain.conversation;

import java.util.Map;
import java.util.Set;

/** What others than their own capability need of conversations. */
public interface Conversations {

  /** Of each of the applications, also where nobody has written yet (consistent). */
  Map<String, Conversation> ofAll(Set<String> applicationIds);

  /** Of one application. */
  default Conversation of(String applicationId) {
    return ofAll(Set.of(applicationId)).get(applicationId);
  }
}
