package jp.ishikari.link.conversations;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import jp.ishikari.link.conversations.store.MessageStore;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.conversation.Conversation;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.IdempotencyKey;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.OwnCase;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.RefusedWrite;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** The city waits for no answer any more; the message that asked for it stays. */
@Contract(request = WithdrawQuestion.Asked.class, response = WithdrawQuestion.Done.class)
record WithdrawQuestion(
    ApplicationStore applications, MessageStore messages, Writing writing, InstantSource clock)
    implements Operation {
  private static final int OK = 200;

  /**
   * @param message number of the one that asked, as the clerk saw it
   */
  record Asked(@Limit(min = 1) int message) {}

  record Done(int message) {}

  @Override
  public Response run(Request request) {
    return IdempotencyKey.of(request)
        .then(key -> key.fresh(messages::repeated, OK))
        .then(
            key ->
                OwnCase.find(applications, request)
                    .then(
                        application ->
                            Body.read(request, Asked.class)
                                .map(
                                    asked ->
                                        withdraw(
                                            application.applicationId(), asked.message(), key))))
        .fold(refusal -> refusal, answer -> answer);
  }

  private Response withdraw(String applicationId, int message, IdempotencyKey key) {
    Conversation before = messages.conversation(applicationId);
    if (before.question() == null || before.question().message() != message) {
      return over();
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Done done = new Done(message);
    return messages
        .withdraw(before, writing.ending(before, now), now, key.promise(done, now))
        .fold(
            reason ->
                reason instanceof NotSaved.Overtaken ? over() : RefusedWrite.answer(reason, OK),
            saved -> Response.ok(done));
  }

  private static Response over() {
    return Problem.CONFLICT.response("回答が届いたか、ほかの職員が期限を変えました。メッセージを確かめてください。");
  }
}
