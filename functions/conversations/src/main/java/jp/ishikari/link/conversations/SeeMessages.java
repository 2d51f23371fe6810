package jp.ishikari.link.conversations;

import jp.ishikari.link.conversations.store.MessageStore;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.OwnApplication;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** The resident has read up to a message; said again, nothing becomes of it. */
@Contract(request = SeeMessages.Asked.class)
record SeeMessages(OwnApplication own, MessageStore messages) implements Operation {

  /**
   * @param upTo number of the last message that was on the screen
   */
  record Asked(@Limit(min = 1) int upTo) {}

  @Override
  public Response run(Request request) {
    return own.find(request)
        .then(
            application ->
                Body.read(request, Asked.class)
                    .map(
                        asked -> {
                          messages.seenByApplicant(application.applicationId(), asked.upTo());
                          return Response.noContent();
                        }))
        .fold(refusal -> refusal, answer -> answer);
  }
}
