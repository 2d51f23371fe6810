package jp.ishikari.link.conversations;

import java.util.List;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.IdempotencyKey;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.OwnApplication;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import org.jspecify.annotations.Nullable;

/** The resident writes to the city; whatever the city asked is answered by it. */
@Contract(request = SendMessage.Asked.class, response = Writing.Done.class, status = 201)
record SendMessage(OwnApplication own, Writing writing) implements Operation {

  /**
   * @param files ids of what goes with it; absent for none
   */
  record Asked(
      @Limit(max = Writing.LONGEST, lines = true) String text,
      @Nullable @Limit(max = MessageFiles.MOST, each = 64) List<String> files) {}

  @Override
  public Response run(Request request) {
    return IdempotencyKey.of(request)
        .then(writing::fresh)
        .then(
            key ->
                own.find(request)
                    .then(
                        application ->
                            Body.read(request, Asked.class)
                                .map(
                                    asked ->
                                        writing.write(
                                            application,
                                            Writing.Draft.byApplicant(
                                                asked.text(),
                                                new MessageFiles.Named(
                                                    request.caller(), asked.files(), null)),
                                            key))))
        .fold(refusal -> refusal, answer -> answer);
  }
}
