package jp.ishikari.link.documents.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.ishikari.link.domain.Idempotency;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Part;
import org.jspecify.annotations.Nullable;

/**
 * Letters that go by post unless they are read by their day. Each comes onto the list at most once,
 * and leaves it when somebody says what became of it.
 */
public interface PrintList {

  /** What became of a letter on the list. */
  enum How {
    /** It was printed and went by post. */
    SENT,
    /** It need not go by post any more. */
    NOT_NEEDED
  }

  /**
   * @param by staff id
   */
  record Done(How how, Instant at, String by, String byName) {}

  /**
   * @param readBy the last day on which reading it keeps it off the list
   * @param addedAt when it came onto the list; null before
   * @param done null while nobody has said what became of it
   */
  record Letter(
      String documentId,
      String applicationId,
      String divisionId,
      LocalDate readBy,
      @Nullable Instant addedAt,
      @Nullable Done done) {}

  /** A letter that is watched from now on, for the transaction that hands it over. */
  Part<NotSaved> watching(Letter letter);

  Optional<Letter> find(String documentId);

  /** Those that are watched and whose day is over, the longest first. */
  List<Letter> overdue(LocalDate today, int limit);

  /** Puts it onto the list; false when somebody did before, or stopped watching it. */
  boolean add(Letter watched, Instant at);

  /** It is watched no more: it was read, or does not hold. */
  void forget(Letter watched);

  /** Those on the list of a division, the longest first. */
  List<Letter> waiting(String divisionId);

  /** Takes it off the list, and promises to answer the same request the same. */
  Outcome<NotSaved, Letter> finish(Letter waiting, Done done, Idempotency token);
}
