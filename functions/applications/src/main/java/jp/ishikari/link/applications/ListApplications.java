package jp.ishikari.link.applications;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.ishikari.link.applications.store.WaitingDocuments;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationState;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.domain.conversation.Conversation;
import jp.ishikari.link.domain.conversation.Conversations;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import org.jspecify.annotations.Nullable;

/** 申請状況: everything the resident has applied for, newest first. */
@Contract(response = ListApplications.Lines.class)
record ListApplications(
    ApplicationStore applications,
    Conversations conversations,
    WaitingDocuments documents,
    InstantSource clock)
    implements Operation {

  /**
   * One line of the list.
   *
   * @param unread whether the city wrote something that the resident has not read
   * @param documentWaits whether the city handed over a document that nobody has opened, and that
   *     can be opened today
   */
  record Line(
      String applicationId,
      String receiptNumber,
      String procedureId,
      String procedureName,
      ApplicationState state,
      Instant arrivedAt,
      LocalDate receivedOn,
      @Nullable Integer fee,
      boolean unread,
      boolean documentWaits) {

    static Line of(Application a, Conversation conversation, boolean documentWaits) {
      return new Line(
          a.applicationId(),
          a.receiptNumber(),
          a.procedureId(),
          a.procedureName(),
          a.state(),
          a.arrivedAt(),
          a.receivedOn(),
          a.fee(),
          conversation.newToApplicant(),
          documentWaits);
    }
  }

  record Lines(List<Line> applications) {}

  @Override
  public Response run(Request request) {
    List<Application> own = applications.ofAccount(request.resident().accountId());
    Set<String> ids = own.stream().map(Application::applicationId).collect(Collectors.toSet());
    Map<String, Conversation> written = conversations.ofAll(ids);
    Map<String, Optional<LocalDate>> waiting = documents.ofAll(ids);
    LocalDate today = Reception.today(clock.instant());
    return Response.ok(
        new Lines(
            own.stream()
                .map(
                    a ->
                        Line.of(
                            a,
                            written.get(a.applicationId()),
                            waiting.get(a.applicationId()).stream()
                                .anyMatch(until -> !until.isBefore(today))))
                .toList()));
  }
}
