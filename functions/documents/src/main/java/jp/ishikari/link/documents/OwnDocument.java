package jp.ishikari.link.documents;

import java.util.function.Function;
import java.util.function.Supplier;
import jp.ishikari.link.documents.store.CaseDocument;
import jp.ishikari.link.documents.store.CaseDocuments;
import jp.ishikari.link.documents.store.DocumentStore;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.edge.OwnCase;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.RefusedWrite;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/**
 * A document of a case of the clerk's divisions, among all of that case. Of another case, or none:
 * refused alike.
 */
record OwnDocument(CaseDocuments all, CaseDocument document) {
  /** Another document of the case may change at the same moment: then it is looked at anew. */
  private static final int TRIES = 5;

  /**
   * Carries out a step on how the document stands.
   *
   * @param step answers, or says why nothing was written
   * @param status what the first answer had
   */
  static Outcome<Response, Response> step(
      Supplier<Outcome<Response, OwnDocument>> find,
      Function<OwnDocument, Outcome<NotSaved, Response>> step,
      int status) {
    for (int tried = 1; ; tried++) {
      Outcome<Response, Outcome<NotSaved, Response>> done = find.get().map(step);
      if (tried == TRIES
          || !done.equals(Outcome.success(Outcome.failure(new NotSaved.Overtaken())))) {
        return done.map(
            saved -> saved.fold(reason -> RefusedWrite.answer(reason, status), answer -> answer));
      }
    }
  }

  static Outcome<Response, OwnDocument> find(
      ApplicationStore applications, DocumentStore documents, Request request, String documentId) {
    return OwnCase.find(applications, request)
        .then(application -> in(documents.of(application.applicationId()), documentId));
  }

  static Outcome<Response, OwnDocument> in(CaseDocuments all, String documentId) {
    return all.find(documentId)
        .<Outcome<Response, OwnDocument>>map(one -> Outcome.success(new OwnDocument(all, one)))
        .orElseGet(() -> Outcome.failure(Problem.NOT_FOUND.response()));
  }
}
