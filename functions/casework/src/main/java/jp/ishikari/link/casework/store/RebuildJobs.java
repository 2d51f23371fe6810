package jp.ishikari.link.casework.store;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Jobs by which the clerks' list is made anew, one after the other. */
public interface RebuildJobs {

  /** Puts off the cases after {@code after}. */
  void goOn(String after);

  /** Where a job begins; empty for the first, which an operator sends as {@code {}}. */
  static Optional<String> beginsAfter(JsonNode job) {
    if (!job.isObject()) {
      throw new IllegalArgumentException("a job is an object");
    }
    JsonNode after = job.path("after");
    return after.isMissingNode() ? Optional.empty() : Optional.of(after.stringValue());
  }
}
