package jp.ishikari.link.applications;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import jp.ishikari.link.domain.Actor;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationEvent;
import jp.ishikari.link.domain.ApplicationState;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.domain.CalendarStore;
import jp.ishikari.link.domain.Hold;
import jp.ishikari.link.domain.HoldStore;
import jp.ishikari.link.domain.Holds;
import jp.ishikari.link.domain.Lifecycle;
import jp.ishikari.link.domain.MissedNotice;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.domain.ProcedureStore;
import jp.ishikari.link.domain.Step;
import jp.ishikari.link.domain.UndeliveredNotices;
import jp.ishikari.link.domain.attachment.Attachment;
import jp.ishikari.link.domain.attachment.Attachments;
import jp.ishikari.link.domain.attachment.FileState;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.OwnApplication;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import org.jspecify.annotations.Nullable;

/** One application of the resident: answers, where it stands, what happened, what can be done. */
@Contract(response = ReadApplication.Detail.class)
record ReadApplication(
    OwnApplication own,
    ApplicationStore applications,
    HoldStore holds,
    ProcedureStore procedures,
    CalendarStore calendars,
    UndeliveredNotices undelivered,
    Attachments attachments)
    implements Operation {

  /** One event as the resident sees it: never who of the staff. */
  record Happened(Instant at, String type, @Nullable String reason) {
    static Happened of(ApplicationEvent e) {
      return new Happened(e.at(), e.event().type().happened(), e.reason());
    }
  }

  /**
   * A file that was sent in with it.
   *
   * @param message why it was not taken, where the scan told only later; null otherwise
   */
  record SentFile(String fileId, String name, int size, FileState state, @Nullable String message) {
    static SentFile of(Attachment file) {
      return new SentFile(
          file.fileId(),
          file.name(),
          file.size(),
          file.state(),
          file.state().refused() ? file.state().refusal() : null);
    }
  }

  /**
   * @param dueOn null while the clock stands still, without a period, and when it is over
   * @param holds what the city waits for: so long the clock stands still
   * @param notifyAddress where mail about it goes; null when the applicant confirmed none
   * @param signs whether a correction is to be signed
   */
  record Detail(
      String applicationId,
      String receiptNumber,
      String procedureId,
      String procedureName,
      ApplicationState state,
      int version,
      Instant arrivedAt,
      LocalDate receivedOn,
      @Nullable LocalDate dueOn,
      List<Hold.Waiting> holds,
      @Nullable Integer fee,
      int formVersion,
      boolean signs,
      Map<String, Object> form,
      Map<String, Object> answers,
      List<SentFile> files,
      List<Happened> timeline,
      Application.@Nullable Returned returned,
      @Nullable String notifyAddress,
      List<MissedNotice> missed,
      List<Step> actions) {}

  @Override
  public Response run(Request request) {
    return own.find(request)
        .fold(
            refusal -> refusal,
            // Whoever reads it has it already.
            application -> Response.ok(detail(application, step -> step != Step.CLAIM)));
  }

  /**
   * @param open what whoever reads it may do of what can be done
   */
  Detail detail(Application a, Predicate<Step> open) {
    List<ApplicationEvent> history = applications.history(a.applicationId());
    Holds held = holds.of(a.applicationId());
    Procedure procedure = procedures.version(a.procedureId(), a.formVersion()).orElseThrow();
    return new Detail(
        a.applicationId(),
        a.receiptNumber(),
        a.procedureId(),
        a.procedureName(),
        a.state(),
        a.version(),
        a.arrivedAt(),
        a.receivedOn(),
        held.dueOn(Holds.Period.of(a), calendars),
        held.waiting(a.state()),
        a.fee(),
        a.formVersion(),
        procedure.level().signs(),
        procedure.residentForm(),
        a.answers(),
        attachments.ofApplication(a.applicationId()).stream().map(SentFile::of).toList(),
        history.stream()
            // What staff found out about a signature is between them.
            .filter(event -> event.step() != Step.RESOLVE_SIGNATURE)
            .map(Happened::of)
            .toList(),
        a.returned(),
        a.notifyAddress(),
        MissedNotice.of(undelivered.of(a.applicationId()), history),
        Lifecycle.steps(a.state(), Actor.RESIDENT).stream().filter(open).toList());
  }
}
