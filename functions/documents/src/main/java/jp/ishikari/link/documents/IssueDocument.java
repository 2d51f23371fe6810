package jp.ishikari.link.documents;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import jp.ishikari.link.blueprint.EventType;
import jp.ishikari.link.documents.store.CaseDocument;
import jp.ishikari.link.documents.store.DocumentStore;
import jp.ishikari.link.documents.store.PrintList;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Part;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.IdempotencyKey;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import org.jspecify.annotations.Nullable;

/**
 * 交付: from now on the applicant can open the document, and everybody can check it. The one whose
 * place it takes holds no more from the same moment on. Where the procedure says so, it is not who
 * made it that hands it over.
 */
@Contract(request = IssueDocument.Asked.class, response = IssueDocument.Issued.class)
record IssueDocument(
    ApplicationStore applications,
    DocumentStore documents,
    Issuers issuers,
    PrintList list,
    InstantSource clock)
    implements Operation {
  private static final int OK = 200;

  /**
   * @param readBy the last day on which the applicant can open it before it goes by post; null
   *     where it never does
   */
  record Asked(@Limit(max = 64) String documentId, @Nullable LocalDate readBy) {}

  record Issued(String documentId, Instant issuedAt) {}

  @Override
  public Response run(Request request) {
    return IdempotencyKey.of(request)
        .then(key -> key.fresh(documents::repeated, OK))
        .then(
            key ->
                Body.read(request, Asked.class, this::checked)
                    .map(
                        asked ->
                            OwnDocument.step(
                                () ->
                                    OwnDocument.find(
                                        applications, documents, request, asked.documentId()),
                                own -> issue(own, asked, request, key),
                                OK)))
        .fold(refusal -> refusal, answer -> answer);
  }

  private Asked checked(Asked asked, Body.Mistakes mistakes) {
    if (asked.readBy() != null && asked.readBy().isBefore(Reception.today(clock.instant()))) {
      mistakes.wrong("readBy", "range", "いつまでに開くかは、きょうか、それより後の日にしてください。");
    }
    return asked;
  }

  private Outcome<NotSaved, Response> issue(
      OwnDocument own, Asked asked, Request request, IdempotencyKey key) {
    CaseDocument document = own.document();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    if (document.state() == CaseDocument.State.MAKING) {
      return Outcome.success(Problem.CONFLICT.response("この文書は、作成が終わっていません。破棄して、作り直してください。"));
    }
    if (document.state() != CaseDocument.State.READY) {
      return Outcome.success(Problem.CONFLICT.response("この文書は、もう交付されたか、破棄されています。"));
    }
    if (!issuers.may(request.staff(), own.application(), document)) {
      return Outcome.success(
          Problem.RULE_VIOLATED.response("この手続の文書は、作った人とは別の職員が確かめて交付します。ほかの職員に交付を頼んでください。"));
    }
    if (!document.content().openUntil().isAfter(Reception.today(now))) {
      return Outcome.success(Problem.RULE_VIOLATED.response("開ける期限が過ぎています。この文書を破棄して、作り直してください。"));
    }
    if (asked.readBy() != null && asked.readBy().isAfter(document.content().openUntil())) {
      return Outcome.success(
          Problem.ANSWERS_INVALID.response(
              List.of(new Problem.FieldError("readBy", "range", "いつまでに開くかは、開ける期限までの日にしてください。"))));
    }
    Optional<CaseDocument> replaced =
        Optional.ofNullable(document.content().replaces()).flatMap(own.all()::find);
    if (replaced.filter(one -> one.state() != CaseDocument.State.ISSUED).isPresent()) {
      return Outcome.success(
          Problem.CONFLICT.response("差し替える文書は、もう有効ではありません。この文書を破棄して、作り直してください。"));
    }
    Issued issued = new Issued(document.documentId(), now);
    CaseDocument.By by = OwnDocument.by(request);
    CaseDocument handedOver = document.issued(now, by, asked.readBy());
    return documents
        .step(
            own.all(),
            replaced
                .map(old -> List.of(handedOver, old.replaced(now, by)))
                .orElseGet(() -> List.of(handedOver)),
            watched(own, asked.readBy()),
            replaced.isPresent() ? EventType.DOCUMENT_REPLACED : EventType.DOCUMENT_ISSUED,
            now,
            key.promise(issued, now))
        .map(saved -> Response.ok(issued));
  }

  private List<Part<NotSaved>> watched(OwnDocument own, @Nullable LocalDate readBy) {
    return readBy == null
        ? List.of()
        : List.of(
            list.watching(
                new PrintList.Letter(
                    own.document().documentId(),
                    own.application().applicationId(),
                    own.application().divisionId(),
                    readBy,
                    null,
                    null)));
  }
}
