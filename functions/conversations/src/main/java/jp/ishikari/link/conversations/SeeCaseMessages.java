package jp.ishikari.link.conversations;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import jp.ishikari.link.conversations.store.MessageStore;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.conversation.Conversation;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.OwnCase;
import jp.ishikari.link.edge.RefusedWrite;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/**
 * A clerk has read up to a message, and with them their division; said again, nothing becomes of
 * it.
 */
@Contract(request = SeeMessages.Asked.class)
record SeeCaseMessages(ApplicationStore applications, MessageStore messages, InstantSource clock)
    implements Operation {
  /** The applicant may write at the same moment: then it is looked at anew. */
  private static final int TRIES = 5;

  @Override
  public Response run(Request request) {
    return OwnCase.find(applications, request)
        .then(
            application ->
                Body.read(request, SeeMessages.Asked.class)
                    .map(asked -> seen(application.applicationId(), asked.upTo())))
        .fold(refusal -> refusal, answer -> answer);
  }

  private Response seen(String applicationId, int upTo) {
    for (int tried = 1; ; tried++) {
      Conversation before = messages.conversation(applicationId);
      int now = Math.min(upTo, before.messages());
      if (!before.newToCity() || now <= before.readByCity()) {
        return Response.noContent();
      }
      Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
      Outcome<NotSaved, Conversation> saved = messages.seenByCity(before, now, at);
      if (tried == TRIES || !saved.equals(Outcome.failure(new NotSaved.Overtaken()))) {
        return saved.fold(reason -> RefusedWrite.answer(reason, 204), done -> Response.noContent());
      }
    }
  }
}
