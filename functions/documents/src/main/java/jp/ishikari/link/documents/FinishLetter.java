package jp.ishikari.link.documents;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import jp.ishikari.link.documents.store.DocumentStore;
import jp.ishikari.link.documents.store.PrintList;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.IdempotencyKey;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.RefusedWrite;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** A clerk says that a letter of the print list went by post, or that it need not any more. */
@Contract(request = FinishLetter.Asked.class, response = FinishLetter.Finished.class)
record FinishLetter(
    ApplicationStore applications, DocumentStore documents, PrintList list, InstantSource clock)
    implements Operation {
  private static final int OK = 200;

  record Asked(@Limit(max = 64) String documentId, PrintList.How how) {}

  record Finished(String documentId, Instant at) {}

  @Override
  public Response run(Request request) {
    return IdempotencyKey.of(request)
        .then(key -> key.fresh(documents::repeated, OK))
        .then(
            key ->
                Body.read(request, Asked.class)
                    .then(
                        asked ->
                            OwnDocument.find(applications, documents, request, asked.documentId())
                                .map(own -> finish(asked, key, request.staff()))))
        .fold(refusal -> refusal, answer -> answer);
  }

  private Response finish(Asked asked, IdempotencyKey key, Caller.Staff staff) {
    PrintList.Letter letter =
        list.find(asked.documentId())
            .filter(one -> one.addedAt() != null && one.done() == null)
            .orElse(null);
    if (letter == null) {
      return Problem.CONFLICT.response("この文書は、郵送する文書の一覧にありません。画面を読み込み直して確かめてください。");
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Finished finished = new Finished(asked.documentId(), now);
    PrintList.Done done = new PrintList.Done(asked.how(), now, staff.staffId(), staff.name());
    return list.finish(letter, done, key.promise(finished, now))
        .fold(reason -> RefusedWrite.answer(reason, OK), saved -> Response.ok(finished));
  }
}
