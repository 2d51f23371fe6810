package jp.ishikari.link.documents;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import jp.ishikari.link.blueprint.EventType;
import jp.ishikari.link.documents.store.CaseDocument;
import jp.ishikari.link.documents.store.DocumentStore;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.IdempotencyKey;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/**
 * 交付: from now on the applicant can open the document, and everybody can check it. The one whose
 * place it takes holds no more from the same moment on.
 */
@Contract(request = IssueDocument.Asked.class, response = IssueDocument.Issued.class)
record IssueDocument(ApplicationStore applications, DocumentStore documents, InstantSource clock)
    implements Operation {
  private static final int OK = 200;

  record Asked(@Limit(max = 64) String documentId) {}

  record Issued(String documentId, Instant issuedAt) {}

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
                                own -> issue(own, OwnDocument.by(request), key),
                                OK)))
        .fold(refusal -> refusal, answer -> answer);
  }

  private Outcome<NotSaved, Response> issue(
      OwnDocument own, CaseDocument.By by, IdempotencyKey key) {
    CaseDocument document = own.document();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    if (document.state() == CaseDocument.State.MAKING) {
      return Outcome.success(Problem.CONFLICT.response("この文書は、作成が終わっていません。破棄して、作り直してください。"));
    }
    if (document.state() != CaseDocument.State.READY) {
      return Outcome.success(Problem.CONFLICT.response("この文書は、もう交付されたか、破棄されています。"));
    }
    if (!document.content().openUntil().isAfter(Reception.today(now))) {
      return Outcome.success(Problem.RULE_VIOLATED.response("開ける期限が過ぎています。この文書を破棄して、作り直してください。"));
    }
    Optional<CaseDocument> replaced =
        Optional.ofNullable(document.content().replaces()).flatMap(own.all()::find);
    if (replaced.filter(one -> one.state() != CaseDocument.State.ISSUED).isPresent()) {
      return Outcome.success(
          Problem.CONFLICT.response("差し替える文書は、もう有効ではありません。この文書を破棄して、作り直してください。"));
    }
    Issued issued = new Issued(document.documentId(), now);
    return documents
        .step(
            own.all(),
            replaced
                .map(old -> List.of(document.issued(now, by), old.replaced(now, by)))
                .orElseGet(() -> List.of(document.issued(now, by))),
            replaced.isPresent() ? EventType.DOCUMENT_REPLACED : EventType.DOCUMENT_ISSUED,
            now,
            key.promise(issued, now))
        .map(saved -> Response.ok(issued));
  }
}
