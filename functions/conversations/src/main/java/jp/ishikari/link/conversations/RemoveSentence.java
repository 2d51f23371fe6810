package jp.ishikari.link.conversations;

import jp.ishikari.link.conversations.store.Sentences;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** A sentence is offered no more; what was written with it stays as it is. */
@Contract(request = RemoveSentence.Asked.class, response = KeepingSentences.Done.class)
record RemoveSentence(KeepingSentences keeping) implements Operation {

  /**
   * @param revision of the sentences as they were seen
   */
  record Asked(@Limit(min = 0) int revision, @Limit(max = 64) String sentenceId) {}

  @Override
  public Response run(Request request) {
    return keeping.change(
        request,
        (before, doing) ->
            Body.read(request, Asked.class)
                .then(
                    asked ->
                        before
                            .find(asked.sentenceId())
                            .<Outcome<Response, KeepingSentences.Next>>map(
                                gone ->
                                    Outcome.success(
                                        new KeepingSentences.Next(
                                            asked.revision(),
                                            before.without(
                                                gone, doing.done(Sentences.Kind.REMOVED, gone)))))
                            .orElseGet(() -> Outcome.failure(KeepingSentences.overtaken()))));
  }
}
