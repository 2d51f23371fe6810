package jp.ishikari.link.conversations;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import jp.ishikari.link.conversations.store.MessageStore;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.conversation.Conversation;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.LookingAnew;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.OwnCase;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/**
 * A clerk has read up to a message, and with them their division; said again, nothing becomes of
 * it.
 */
@Contract(request = SeeMessages.Asked.class)
record SeeCaseMessages(ApplicationStore applications, MessageStore messages, InstantSource clock)
    implements Operation {
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
    return LookingAnew.write(
        204,
        () -> {
          Conversation before = messages.conversation(applicationId);
          int now = Math.min(upTo, before.messages());
          Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
          return before.newToCity() && now > before.readByCity()
              ? messages.seenByCity(before, now, at).map(seen -> Response.noContent())
              : Outcome.success(Response.noContent());
        });
  }
}
