package jp.ishikari.link.casework;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import jp.ishikari.link.casework.store.EveryCase;
import jp.ishikari.link.casework.store.RebuildJobs;
import tools.jackson.databind.JsonNode;

/**
 * The clerks' list of some cases anew; what follows is put off as the next job, until there is
 * none. Lines that others renew meanwhile stay as they are, so the desk need not close for it.
 */
record RebuildDesk(EveryCase cases, DeskLines lines, RebuildJobs jobs)
    implements Consumer<JsonNode> {

  @Override
  public void accept(JsonNode job) {
    EveryCase.Some some = cases.after(RebuildJobs.beginsAfter(job).orElse(null));
    Set<String> asked = new HashSet<>(some.applicationIds());
    if (!lines.renew(asked).equals(asked)) {
      throw new IllegalStateException("a case that has a receipt number could not be read");
    }
    if (some.next() != null) {
      jobs.goOn(some.next());
    }
  }
}
