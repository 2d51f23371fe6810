package jp.ishikari.link.domain;

import java.util.Optional;
import java.util.Set;
import jp.ishikari.link.domain.ApplicationStore.NotSaved;

/** What a submit needs of the applications' store. */
public interface SubmissionStore {

  /**
   * First write of an application at version 1: row, receipt number, event, token and people index
   * together.
   */
  Outcome<NotSaved, Application> submit(
      Application application, ApplicationEvent event, Idempotency token, Set<String> terms);

  /** What became of an earlier request with this token, if there was one. */
  Optional<NotSaved> repeated(String token, String bodyHash);
}
