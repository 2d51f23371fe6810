package jp.ishikari.link.conversations;

import java.time.InstantSource;
import jp.ishikari.link.conversations.store.Message;
import jp.ishikari.link.conversations.store.MessageStore;
import jp.ishikari.link.domain.attachment.Attachments;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.FollowedApplication;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** What whoever applied without signing in and the city wrote to each other. */
@Contract(request = FollowedApplication.Named.class, response = ConversationShown.class)
record ListFollowedMessages(
    FollowedApplication followed,
    MessageStore messages,
    Attachments files,
    Closing closing,
    InstantSource clock)
    implements Operation {

  @Override
  public Response run(Request request) {
    return Body.read(request, FollowedApplication.Named.class)
        .then(named -> followed.find(named.code()))
        .fold(
            refusal -> refusal,
            application ->
                Response.ok(
                    ConversationShown.of(
                        messages.of(application.applicationId()),
                        application,
                        Message.Side.APPLICANT,
                        files,
                        closing,
                        clock.instant())));
  }
}
