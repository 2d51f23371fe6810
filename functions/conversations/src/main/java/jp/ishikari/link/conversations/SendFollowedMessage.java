package jp.ishikari.link.conversations;

import java.util.List;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.FollowedApplication;
import jp.ishikari.link.edge.IdempotencyKey;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import org.jspecify.annotations.Nullable;

/** Whoever applied without signing in writes to the city, with the code of the application. */
@Contract(request = SendFollowedMessage.Asked.class, response = Writing.Done.class, status = 201)
record SendFollowedMessage(FollowedApplication followed, Writing writing) implements Operation {

  /**
   * @param files ids of what goes with it; absent for none
   * @param draftId what they were sent for
   */
  record Asked(
      @Limit(max = 40) String code,
      @Limit(max = Writing.LONGEST, lines = true) String text,
      @Nullable @Limit(max = MessageFiles.MOST, each = 64) List<String> files,
      @Nullable @Limit(max = 64) String draftId) {}

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
                                            Writing.Draft.byApplicant(
                                                asked.text(),
                                                new MessageFiles.Named(
                                                    new Caller.Guest(),
                                                    asked.files(),
                                                    asked.draftId())),
                                            key))))
        .fold(refusal -> refusal, answer -> answer);
  }
}
