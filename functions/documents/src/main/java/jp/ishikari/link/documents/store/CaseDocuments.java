package jp.ishikari.link.documents.store;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

  /** Those that were not discarded. */
  public List<CaseDocument> wanted() {
    return keeping(0);
  }

  /** Those that were not discarded, and the last so many of those that were. */
  public List<CaseDocument> keeping(int discarded) {
    List<CaseDocument> all =
        documents.stream().filter(one -> one.state() == CaseDocument.State.DISCARDED).toList();
    Set<CaseDocument> last =
        Set.copyOf(all.subList(Math.max(0, all.size() - discarded), all.size()));
    return documents.stream()
        .filter(one -> one.state() != CaseDocument.State.DISCARDED || last.contains(one))
        .toList();
  }

  /** As they stand after a step. */
  CaseDocuments with(List<CaseDocument> changed) {
    Map<String, CaseDocument> after = new LinkedHashMap<>();
    documents.forEach(one -> after.put(one.documentId(), one));
    changed.forEach(one -> after.put(one.documentId(), one));
    return new CaseDocuments(applicationId, version, List.copyOf(after.values()));
  }

  /** The last day on which one can be opened that its applicant never opened. */
  Optional<LocalDate> waitingUntil() {
    return documents.stream()
        .filter(one -> one.state() == CaseDocument.State.ISSUED)
        .filter(one -> one.standing().openedAt() == null)
        .map(one -> one.content().openUntil())
        .max(Comparator.naturalOrder());
  }

  /** The one whose place this took. */
  public Optional<CaseDocument> predecessor(CaseDocument one) {
    return Optional.ofNullable(one.content().replaces()).flatMap(this::find);
  }

  /** The one that took the place of this. */
  public Optional<CaseDocument> successor(CaseDocument one) {
    return documents.stream()
        .filter(other -> other.state().handedOver())
        .filter(other -> one.documentId().equals(other.content().replaces()))
        .findFirst();
  }

  /**
   * The one that has to reach the applicant where that one had to: itself, or what took its place,
   * unless a day of its own is set for that.
   */
  public Optional<CaseDocument> reaching(String documentId) {
    Optional<CaseDocument> one = find(documentId);
    Optional<CaseDocument> next = one;
    while (next.isPresent()) {
      one = next;
      next = next.flatMap(this::successor).filter(later -> later.standing().readBy() == null);
    }
    return one;
  }

  public Optional<CaseDocument> find(String documentId) {
    return documents.stream().filter(one -> one.documentId().equals(documentId)).findFirst();
  }
}
