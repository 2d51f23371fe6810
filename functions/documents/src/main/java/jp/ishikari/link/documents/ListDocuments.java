package jp.ishikari.link.documents;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import jp.ishikari.link.documents.store.CaseDocument;
import jp.ishikari.link.documents.store.DocumentStore;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.domain.document.DocumentKind;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.OwnApplication;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import org.jspecify.annotations.Nullable;

/** What was handed over for one application of the resident's own. */
@Contract(response = ListDocuments.Documents.class)
record ListDocuments(OwnApplication own, DocumentStore documents, InstantSource clock)
    implements Operation {

  /**
   * @param openable whether it can be opened now
   * @param reason why it was revoked
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
      @Nullable String reason) {
    static Line of(CaseDocument one, LocalDate today) {
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
          one.standing().reason());
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
    return new Documents(
        documents.of(applicationId).documents().stream()
            .filter(one -> one.state().handedOver())
            .map(one -> Line.of(one, today))
            .toList());
  }
}
