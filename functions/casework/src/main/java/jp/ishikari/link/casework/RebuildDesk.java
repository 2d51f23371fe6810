package jp.ishikari.link.casework;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import jp.ishikari.link.casework.store.EveryCase;
import jp.ishikari.link.casework.store.RebuildJobs;
import jp.ishikari.link.domain.Application;
import tools.jackson.databind.JsonNode;

/**
 * The clerks' list of some cases anew, and what they are found by; what follows is put off as the
 * next job, until there is none. Lines that others renew meanwhile stay as they are, so the desk
 * need not close for it.
 */
record RebuildDesk(EveryCase cases, DeskLines lines, SearchTerms terms, RebuildJobs jobs)
    implements Consumer<JsonNode> {

  @Override
  public void accept(JsonNode job) {
    EveryCase.Some some = cases.after(RebuildJobs.beginsAfter(job).orElse(null));
    Set<String> asked = new HashSet<>(some.applicationIds());
    Map<String, Application> renewed = lines.renew(asked);
    renewed.values().forEach(terms::renew);
    if (!renewed.keySet().equals(asked)) {
      throw new IllegalStateException("a case that has a receipt number could not be read");
    }
    if (some.next() != null) {
      jobs.goOn(some.next());
    }
  }
}
