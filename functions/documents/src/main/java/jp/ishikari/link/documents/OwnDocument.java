package jp.ishikari.link.documents;

import java.util.function.Function;
import java.util.function.Supplier;
import jp.ishikari.link.documents.store.CaseDocument;
import jp.ishikari.link.documents.store.CaseDocuments;
import jp.ishikari.link.documents.store.DocumentStore;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.edge.LookingAnew;
import jp.ishikari.link.edge.OwnCase;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/**
 * A document of a case of the clerk's divisions, among all of that case. Of another case, or none:
 * refused alike.
 */
record OwnDocument(Application application, CaseDocuments all, CaseDocument document) {
  /**
   * Carries out a step on how the document stands: another of the case may change meanwhile.
   *
   * @param step answers, or says why nothing was written
   * @param status what the first answer had
   */
  static Response step(
      Supplier<Outcome<Response, OwnDocument>> find,
      Function<OwnDocument, Outcome<NotSaved, Response>> step,
      int status) {
    return LookingAnew.write(status, () -> find.get().fold(Outcome::success, step));
  }

  static Outcome<Response, OwnDocument> find(
      ApplicationStore applications, DocumentStore documents, Request request, String documentId) {
    return OwnCase.find(applications, request)
        .then(
            application -> in(application, documents.of(application.applicationId()), documentId));
  }

  /** Who carries a step out. */
  static CaseDocument.By by(Request request) {
    return new CaseDocument.By(request.staff().staffId(), request.staff().name());
  }

  private static Outcome<Response, OwnDocument> in(
      Application application, CaseDocuments all, String documentId) {
    return all.find(documentId)
        .<Outcome<Response, OwnDocument>>map(
            one -> Outcome.success(new OwnDocument(application, all, one)))
        .orElseGet(() -> Outcome.failure(Problem.NOT_FOUND.response()));
  }
}
