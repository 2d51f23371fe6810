package jp.ishikari.link.conversations;

import java.time.InstantSource;
import jp.ishikari.link.conversations.store.Message;
import jp.ishikari.link.conversations.store.MessageStore;
import jp.ishikari.link.domain.attachment.Attachments;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.OwnApplication;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** What the resident and the city wrote to each other about one application of theirs. */
@Contract(response = ConversationShown.class)
record ListMessages(
    OwnApplication own,
    MessageStore messages,
    Attachments files,
    Closing closing,
    InstantSource clock)
    implements Operation {

  @Override
  public Response run(Request request) {
    return own.find(request)
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
