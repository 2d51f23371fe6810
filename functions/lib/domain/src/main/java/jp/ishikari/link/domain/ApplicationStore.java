package jp.ishikari.link.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps applications, their events, receipt numbers, tokens and people index. Each write is one
 * transaction.
 */
public interface ApplicationStore extends SubmissionStore {

  /**
   * A step: the row (only if still at the version before), event, token, people index and the parts
   * of facets together.
   */
  <F> Outcome<F, Application> advance(Advance<F> step);

  Optional<Application> find(String applicationId);

  /** Those of the ids that there are, in one read. */
  Map<String, Application> findAll(Set<String> applicationIds);

  Optional<String> findByReceipt(String receiptNumber);

  /** Newest first. */
  List<Application> ofAccount(String accountId);

  /** Ids of applications that carry a blind-index term. */
  List<String> withTerm(String term);

  /** Adds terms to those that it carries. */
  void index(String applicationId, Set<String> terms);

  /** Everything that happened to it, in order. */
  List<ApplicationEvent> history(String applicationId);
}
