package jp.ishikari.link.conversations;

import jp.ishikari.link.conversations.store.Message;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.FollowedApplication;
import jp.ishikari.link.edge.IdempotencyKey;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** Whoever applied without signing in writes to the city, with the code of the application. */
@Contract(request = SendFollowedMessage.Asked.class, response = Writing.Done.class, status = 201)
record SendFollowedMessage(FollowedApplication followed, Writing writing) implements Operation {

  record Asked(
      @Limit(max = 40) String code, @Limit(max = Writing.LONGEST, lines = true) String text) {}

  @Override
  public Response run(Request request) {
    return IdempotencyKey.of(request)
        .then(writing::fresh)
        .then(
            key ->
                Body.read(request, Asked.class)
                    .then(
                        asked ->
                            followed
                                .find(asked.code())
                                .map(
                                    application ->
                                        writing.write(
                                            application,
                                            Message.Writer.APPLICANT,
                                            asked.text(),
                                            null,
                                            key))))
        .fold(refusal -> refusal, answer -> answer);
  }
}
