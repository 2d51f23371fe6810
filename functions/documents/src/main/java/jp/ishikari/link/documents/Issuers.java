package jp.ishikari.link.documents;

import jp.ishikari.link.documents.store.CaseDocument;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ProcedureStore;
import jp.ishikari.link.domain.document.Issuer;
import jp.ishikari.link.edge.Caller;

/**
 * Who may hand a document over. The rule is that of the procedure as it stands now: a rule about
 * the office, not about the form that somebody answered.
 */
record Issuers(ProcedureStore procedures) {

  /** Whether somebody else than who made it hands it over. */
  boolean another(Application application) {
    return procedures
        .current(application.procedureId())
        .filter(procedure -> procedure.issuer() == Issuer.ANOTHER)
        .isPresent();
  }

  boolean may(Caller.Staff staff, Application application, CaseDocument document) {
    return !staff.isOnePersonWith(document.made().staffId()) || !another(application);
  }
}
