package jp.ishikari.link.documents;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import jp.ishikari.link.documents.store.CaseDocument;
import jp.ishikari.link.documents.store.DocumentStore;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.domain.CaseWords;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.OwnCase;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import org.jspecify.annotations.Nullable;

/** The documents of one case, but for those that were discarded. */
@Contract(response = ListCaseDocuments.Documents.class)
record ListCaseDocuments(ApplicationStore applications, DocumentStore documents)
    implements Operation {

  /**
   * @param number 文書番号; empty where it has none
   * @param sealed whether the file carries the city's seal; null before it is printed
   * @param reason why it was revoked
   * @param replaces id of the one whose place it takes
   */
  private record Line(
      String documentId,
      CaseDocument.Kind kind,
      String kindName,
      CaseDocument.State state,
      String title,
      String number,
      String sender,
      String addressee,
      String body,
      LocalDate dated,
      LocalDate openUntil,
      @Nullable String replaces,
      @Nullable Boolean sealed,
      String madeBy,
      Instant madeAt,
      @Nullable Instant issuedAt,
      @Nullable Instant openedAt,
      @Nullable Instant endedAt,
      @Nullable String reason) {
    static Line of(CaseDocument one) {
      CaseDocument.Content content = one.content();
      CaseDocument.Standing standing = one.standing();
      return new Line(
          one.documentId(),
          content.kind(),
          content.kind().label(),
          standing.state(),
          content.title(),
          content.number(),
          content.sender(),
          content.addressee(),
          content.body(),
          content.dated(),
          content.openUntil(),
          content.replaces(),
          one.made().file() == null ? null : one.made().file().sealed(),
          one.made().staffName(),
          one.made().at(),
          standing.issuedAt(),
          standing.openedAt(),
          standing.endedAt(),
          standing.reason());
    }
  }

  /** What a document can be for. */
  private record Kind(CaseDocument.Kind value, String label) {
    static Kind of(CaseDocument.Kind kind) {
      return new Kind(kind, kind.label());
    }
  }

  /**
   * @param words what a text may name in braces
   * @param reachable whether there is an account in which the applicant can open them
   */
  record Documents(List<Line> documents, List<String> words, List<Kind> kinds, boolean reachable) {}

  @Override
  public Response run(Request request) {
    return OwnCase.find(applications, request)
        .fold(refusal -> refusal, application -> Response.ok(shown(application)));
  }

  private Documents shown(Application application) {
    return new Documents(
        documents.of(application.applicationId()).documents().stream()
            .filter(one -> one.state() != CaseDocument.State.DISCARDED)
            .map(Line::of)
            .toList(),
        CaseWords.NAMES,
        Stream.of(CaseDocument.Kind.values()).map(Kind::of).toList(),
        application.accountId() != null);
  }
}
