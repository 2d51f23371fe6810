package jp.ishikari.link.documents;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import jp.ishikari.link.blueprint.EventType;
import jp.ishikari.link.documents.store.CaseDocument;
import jp.ishikari.link.documents.store.CaseDocuments;
import jp.ishikari.link.documents.store.DocumentObjects;
import jp.ishikari.link.documents.store.DocumentStore;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.edge.LookingAnew;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Response;

/**
 * Whoever applied opens a document within its period. The address is given out only after the first
 * opening is on record.
 */
record FirstOpening(DocumentStore documents, DocumentObjects objects, InstantSource clock) {
  private static final int OK = 200;

  static boolean openable(CaseDocument document, LocalDate today) {
    return document.state() == CaseDocument.State.ISSUED
        && !today.isAfter(document.content().openUntil());
  }

  Response open(String applicationId, String documentId) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return LookingAnew.write(OK, () -> open(documents.of(applicationId), documentId, now));
  }

  private Outcome<NotSaved, Response> open(CaseDocuments all, String documentId, Instant now) {
    CaseDocument document =
        all.find(documentId).filter(one -> one.state().handedOver()).orElse(null);
    if (document == null) {
      return Outcome.success(Problem.NOT_FOUND.response());
    }
    if (!openable(document, Reception.today(now))) {
      return Outcome.success(
          Problem.RULE_VIOLATED.response("この文書は、差し替えや取消しがあったか、開ける期限が過ぎたため、開けません。"));
    }
    if (document.standing().openedAt() != null) {
      return Outcome.success(Response.ok(OpenCaseDocument.Link.to(document, objects)));
    }
    return documents
        .step(all, List.of(document.opened(now)), List.of(), EventType.DOCUMENT_OPENED, now, null)
        .map(opened -> Response.ok(OpenCaseDocument.Link.to(document, objects)));
  }
}
