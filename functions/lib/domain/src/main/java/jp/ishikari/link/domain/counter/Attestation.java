package jp.ishikari.link.domain.counter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.ishikari.link.domain.ProvenPerson;

/**
 * That a member of staff compared a visitor with their documents. Never a number of a document.
 *
 * @param name of the visitor as the documents say; what is sent in on this check must be theirs
 * @param birthDate likewise
 * @param other what {@link IdentityDocument#OTHER} was; null without it
 */
public record Attestation(
    String name,
    LocalDate birthDate,
    List<IdentityDocument> documents,
    String other,
    String staffId,
    String staffName,
    Instant at) {

  /** Who the visitor is. */
  public ProvenPerson person() {
    return new ProvenPerson(name, birthDate);
  }
}
