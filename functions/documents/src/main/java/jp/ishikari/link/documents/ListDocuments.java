package jp.ishikari.link.documents;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import jp.ishikari.link.documents.store.CaseDocument;
import jp.ishikari.link.documents.store.CaseDocuments;
import jp.ishikari.link.documents.store.DocumentStore;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.domain.document.DocumentKind;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.OwnApplication;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import org.jspecify.annotations.Nullable;

/** What was handed over for one application of the resident's own, the newest first. */
@Contract(response = ListDocuments.Documents.class)
record ListDocuments(OwnApplication own, DocumentStore documents, InstantSource clock)
    implements Operation {

  /**
   * @param openable whether it can be opened now
   * @param reason why it was revoked
   * @param replaces title of the one whose place it took
   * @param replacedBy title of the one that took its place
   */
  private record Line(
      String documentId,
      DocumentKind kind,
      String kindName,
      CaseDocument.State state,
      String title,
      LocalDate dated,
      LocalDate openUntil,
      boolean openable,
      Instant issuedAt,
      @Nullable Instant openedAt,
      @Nullable Instant endedAt,
      @Nullable String reason,
      @Nullable String replaces,
      @Nullable String replacedBy) {
    static Line of(CaseDocument one, CaseDocuments all, LocalDate today) {
      return new Line(
          one.documentId(),
          one.content().kind(),
          one.content().kind().label(),
          one.state(),
          one.content().title(),
          one.content().dated(),
          one.content().openUntil(),
          FirstOpening.openable(one, today),
          one.standing().issuedAt(),
          one.standing().openedAt(),
          one.standing().endedAt(),
          one.standing().reason(),
          all.predecessor(one).map(CaseDocument::title).orElse(null),
          all.successor(one).map(CaseDocument::title).orElse(null));
    }
  }

  record Documents(List<Line> documents) {}

  @Override
  public Response run(Request request) {
    return own.find(request)
        .fold(refusal -> refusal, application -> Response.ok(of(application.applicationId())));
  }

  Documents of(String applicationId) {
    LocalDate today = Reception.today(clock.instant());
    CaseDocuments all = documents.of(applicationId);
    return new Documents(
        all.documents().stream()
            .filter(one -> one.state().handedOver())
            .sorted(
                Comparator.comparing((CaseDocument one) -> one.standing().issuedAt()).reversed())
            .map(one -> Line.of(one, all, today))
            .toList());
  }
}
