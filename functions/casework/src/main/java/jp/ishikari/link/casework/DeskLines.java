package jp.ishikari.link.casework;

import java.util.Map;
import java.util.Set;
import jp.ishikari.link.casework.store.DeskRow;
import jp.ishikari.link.casework.store.DeskStore;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.domain.HoldStore;
import jp.ishikari.link.domain.Holds;
import jp.ishikari.link.domain.assignment.Assignment;
import jp.ishikari.link.domain.assignment.Assignments;
import jp.ishikari.link.domain.conversation.Conversation;
import jp.ishikari.link.domain.conversation.Conversations;

/**
 * Brings lines of the clerks' list up to what the cases are at this moment. Whoever is told of a
 * change reads the case after it, so that the last of several who do this at once has read
 * everything, and its line is the newest.
 */
record DeskLines(
    ApplicationStore applications,
    HoldStore holds,
    Conversations conversations,
    Assignments assignments,
    DeskStore desk) {

  /** Answers those of the cases that there are; a case that is not read yet comes again. */
  Map<String, Application> renew(Set<String> applicationIds) {
    // In this order: holds that a step began or ended are never missing beside its version.
    Map<String, Application> found = applications.findAll(applicationIds);
    Map<String, Holds> held = holds.ofAll(found.keySet());
    Map<String, Conversation> written = conversations.ofAll(found.keySet());
    Map<String, Assignment> given = assignments.ofAll(found.keySet());
    desk.keep(
        found.values().stream()
            .map(
                a ->
                    DeskRow.of(
                        a,
                        held.get(a.applicationId()),
                        written.get(a.applicationId()),
                        given.get(a.applicationId())))
            .toList());
    return found;
  }
}
