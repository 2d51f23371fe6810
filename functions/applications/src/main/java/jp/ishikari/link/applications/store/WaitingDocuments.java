package jp.ishikari.link.applications.store;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was handed over to applicants and nobody has opened. */
public interface WaitingDocuments {

  /**
   * Of each of the applications the last day on which one that waits can be opened; empty where
   * none waits (consistent).
   */
  Map<String, Optional<LocalDate>> ofAll(Set<String> applicationIds);
}
