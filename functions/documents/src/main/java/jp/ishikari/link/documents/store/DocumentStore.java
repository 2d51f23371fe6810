package jp.ishikari.link.documents.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.ishikari.link.blueprint.EventType;
import jp.ishikari.link.domain.Idempotency;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Part;
import org.jspecify.annotations.Nullable;

/** Keeps what is known of documents; their files are {@link DocumentObjects}. */
public interface DocumentStore {

  /** Of one application (consistent). */
  CaseDocuments of(String applicationId);

  /** The document with this code (consistent), whatever became of it. */
  Optional<CaseDocument> byCode(String codeHash);

  /** A document that is about to be printed, and the promise to answer the same request again. */
  Outcome<NotSaved, CaseDocument> begin(CaseDocument making, Idempotency token);

  /** What nobody but clerks sees: it is printed, or discarded. */
  Outcome<NotSaved, CaseDocument> change(CaseDocument before, CaseDocument after);

  /**
   * What the applicant sees, with its event, if nothing happened to the documents of the case
   * meanwhile.
   *
   * @param changed the documents as they are to stand
   * @param besides what must be true at the same moment
   * @param token null where saying it again changes nothing
   */
  Outcome<NotSaved, CaseDocuments> step(
      CaseDocuments before,
      List<CaseDocument> changed,
      List<Part<NotSaved>> besides,
      EventType type,
      Instant at,
      @Nullable Idempotency token);

  Optional<NotSaved> repeated(String token, String bodyHash);
}
