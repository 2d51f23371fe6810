package jp.ishikari.link.domain;

import java.util.Optional;
import jp.ishikari.link.domain.ApplicationStore.NotSaved;

/** What a submit needs of the applications' store. */
public interface SubmissionStore {

  /**
   * First write of an application: row, receipt number, event, token and people index together; its
   * draft goes.
   */
  Outcome<NotSaved, Application> submit(Submission submission);

  /** What became of an earlier request with this token, if there was one. */
  Optional<NotSaved> repeated(String token, String bodyHash);
}
