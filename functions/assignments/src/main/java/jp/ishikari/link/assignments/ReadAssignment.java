package jp.ishikari.link.assignments;

import java.time.Instant;
import java.util.List;
import jp.ishikari.link.assignments.store.AssignmentStore;
import jp.ishikari.link.assignments.store.Note;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.domain.assignment.Assignment.Assignee;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.OwnCase;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import org.jspecify.annotations.Nullable;

/** Who works on a case, its labels, and what colleagues noted. */
@Contract(response = ReadAssignment.Shown.class)
record ReadAssignment(ApplicationStore applications, AssignmentStore assignments, Deciders deciders)
    implements Operation {

  /** One note. */
  record Noted(Instant at, String by, String text) {
    static Noted of(Note note) {
      return new Noted(note.at(), note.staffName(), note.text());
    }
  }

  /**
   * @param version 0 where nobody has done anything yet
   * @param mine whether whoever asks is the assignee
   * @param self the staff id of whoever asks
   * @param deciders who may be given it, by name
   * @param notes the newest first
   */
  record Shown(
      int version,
      @Nullable Assignee assignee,
      boolean mine,
      String self,
      List<String> labels,
      List<Assignee> deciders,
      List<Noted> notes) {}

  @Override
  public Response run(Request request) {
    return OwnCase.find(applications, request)
        .fold(
            refusal -> refusal,
            application -> Response.ok(shown(application, request.staff().staffId())));
  }

  private Shown shown(Application application, String self) {
    AssignmentStore.Written written = assignments.of(application.applicationId());
    Assignee assignee = written.assignment().assignee();
    return new Shown(
        written.assignment().version(),
        assignee,
        assignee != null && assignee.staffId().equals(self),
        self,
        written.assignment().labels(),
        deciders.of(application.divisionId()),
        written.notes().reversed().stream().map(Noted::of).toList());
  }
}
