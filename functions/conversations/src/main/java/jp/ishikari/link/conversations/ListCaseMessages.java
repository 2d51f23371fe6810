package jp.ishikari.link.conversations;

import java.time.InstantSource;
import jp.ishikari.link.conversations.store.Message;
import jp.ishikari.link.conversations.store.MessageStore;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.domain.attachment.Attachments;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.OwnCase;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** What the applicant and the city wrote to each other about one case. */
@Contract(response = ConversationShown.class)
record ListCaseMessages(
    ApplicationStore applications,
    MessageStore messages,
    Attachments files,
    Closing closing,
    InstantSource clock)
    implements Operation {

  @Override
  public Response run(Request request) {
    return OwnCase.find(applications, request)
        .fold(
            refusal -> refusal,
            application ->
                Response.ok(
                    ConversationShown.of(
                        messages.of(application.applicationId()),
                        application,
                        Message.Side.CITY,
                        files,
                        closing,
                        clock.instant())));
  }
}
