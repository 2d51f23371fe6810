package jp.ishikari.link.documents.store;

import java.util.List;
import java.util.Optional;

/**
 * All documents of one case.
 *
 * @param version counts up with whatever the applicant can see of them; the lock against two people
 *     at once, and the number of the event
 * @param documents in the order in which they were made
 */
public record CaseDocuments(String applicationId, int version, List<CaseDocument> documents) {
  public CaseDocuments {
    documents = List.copyOf(documents);
  }

  public Optional<CaseDocument> find(String documentId) {
    return documents.stream().filter(one -> one.documentId().equals(documentId)).findFirst();
  }
}
