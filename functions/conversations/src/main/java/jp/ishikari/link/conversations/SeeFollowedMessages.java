package jp.ishikari.link.conversations;

import jp.ishikari.link.conversations.store.MessageStore;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.FollowedApplication;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** Whoever applied without signing in has read up to a message. */
@Contract(request = SeeFollowedMessages.Asked.class)
record SeeFollowedMessages(FollowedApplication followed, MessageStore messages)
    implements Operation {

  /**
   * @param upTo number of the last message that was on the screen
   */
  record Asked(@Limit(max = 40) String code, @Limit(min = 1) int upTo) {}

  @Override
  public Response run(Request request) {
    return Body.read(request, Asked.class)
        .then(
            asked ->
                followed
                    .find(asked.code())
                    .map(
                        application -> {
                          messages.seenByApplicant(application.applicationId(), asked.upTo());
                          return Response.noContent();
                        }))
        .fold(refusal -> refusal, answer -> answer);
  }
}
