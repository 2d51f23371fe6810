package jp.ishikari.link.documents;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import jp.ishikari.link.documents.store.CaseDocument;
import jp.ishikari.link.documents.store.DocumentStore;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.domain.DivisionStore;
import jp.ishikari.link.domain.SpokenCode;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import org.jspecify.annotations.Nullable;

/**
 * Whether a document holds, for whoever has its code: nothing of what stands in it. A wrong code
 * and that of a document that was never handed over look alike.
 */
@Contract(request = VerifyDocument.Asked.class, response = VerifyDocument.Verified.class)
record VerifyDocument(
    DocumentStore documents, ApplicationStore applications, DivisionStore divisions)
    implements Operation {

  record Asked(@Limit(max = 40) String code) {}

  /** What of its states others are told. */
  enum Validity {
    VALID,
    REPLACED,
    REVOKED
  }

  /**
   * @param dated the day that stands on it
   * @param division who issued it
   * @param endedAt since when it holds no more
   * @param sha256 of the file as it was handed over: whoever has the file compares it themselves
   */
  record Verified(
      Validity validity,
      LocalDate dated,
      Instant issuedAt,
      String division,
      @Nullable Instant endedAt,
      String sha256) {}

  /** What a code is kept under. */
  static Optional<String> hash(String code) {
    return SpokenCode.hash("document", code);
  }

  @Override
  public Response run(Request request) {
    return Body.read(request, Asked.class)
        .fold(
            refusal -> refusal,
            asked ->
                hash(asked.code())
                    .flatMap(documents::byCode)
                    .filter(one -> one.state().handedOver())
                    .map(one -> Response.ok(shown(one)))
                    .orElseGet(VerifyDocument::unknown));
  }

  private static Response unknown() {
    return Problem.NOT_FOUND.response("この確認番号の文書は、見つかりませんでした。番号を確かめて、もう一度入力してください。");
  }

  private Verified shown(CaseDocument one) {
    Application application = applications.find(one.applicationId()).orElseThrow();
    return new Verified(
        validity(one.state()),
        one.content().dated(),
        one.standing().issuedAt(),
        divisions.find(application.divisionId()).orElseThrow().name(),
        one.standing().endedAt(),
        one.made().file().sha256());
  }

  private static Validity validity(CaseDocument.State state) {
    return switch (state) {
      case ISSUED -> Validity.VALID;
      case REPLACED -> Validity.REPLACED;
      case REVOKED -> Validity.REVOKED;
      case MAKING, READY, DISCARDED -> throw new IllegalArgumentException(state.name());
    };
  }
}
