package jp.ishikari.link.domain;

import java.util.Optional;

/** What a submit needs of the applications' store. */
public interface SubmissionStore {

  /** Why an application was not written down. */
  sealed interface NotSubmitted {
    /** As with every write. */
    record Unsaved(NotSaved reason) implements NotSubmitted {}

    /** The receipt number is taken; draw another. */
    record ReceiptTaken() implements NotSubmitted {}
  }

  /**
   * First write of an application: row, receipt number, event, token, people index and the parts of
   * facets together.
   */
  <F> Outcome<F, Application> submit(Submission<F> submission);

  /** What became of an earlier request with this token, if there was one. */
  Optional<NotSaved> repeated(String token, String bodyHash);
}
