package jp.ishikari.link.documents;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import jp.ishikari.link.blueprint.EventType;
import jp.ishikari.link.documents.store.CaseDocument;
import jp.ishikari.link.documents.store.DocumentStore;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.IdempotencyKey;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** 取消し: the document holds no more; the applicant reads why, whoever checks it reads that. */
@Contract(request = RevokeDocument.Asked.class, response = RevokeDocument.Revoked.class)
record RevokeDocument(ApplicationStore applications, DocumentStore documents, InstantSource clock)
    implements Operation {
  private static final int OK = 200;

  /**
   * @param reason as the applicant reads it
   */
  record Asked(@Limit(max = 64) String documentId, @Limit(max = 500, lines = true) String reason) {}

  record Revoked(String documentId, Instant revokedAt) {}

  @Override
  public Response run(Request request) {
    return IdempotencyKey.of(request)
        .then(key -> key.fresh(documents::repeated, OK))
        .then(
            key ->
                Body.read(request, Asked.class)
                    .map(
                        asked ->
                            OwnDocument.step(
                                () ->
                                    OwnDocument.find(
                                        applications, documents, request, asked.documentId()),
                                own -> revoke(own, OwnDocument.by(request), asked.reason(), key),
                                OK)))
        .fold(refusal -> refusal, answer -> answer);
  }

  private Outcome<NotSaved, Response> revoke(
      OwnDocument own, CaseDocument.By by, String reason, IdempotencyKey key) {
    if (own.document().state() != CaseDocument.State.ISSUED) {
      return Outcome.success(Problem.CONFLICT.response("この文書は、いまは有効ではありません。画面を読み込み直して確かめてください。"));
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Revoked revoked = new Revoked(own.document().documentId(), now);
    return documents
        .step(
            own.all(),
            List.of(own.document().revoked(now, by, reason)),
            List.of(),
            EventType.DOCUMENT_REVOKED,
            now,
            key.promise(revoked, now))
        .map(saved -> Response.ok(revoked));
  }
}
