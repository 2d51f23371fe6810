package jp.ishikari.link.applications;

import java.time.Instant;
import java.util.List;
import jp.ishikari.link.domain.Hold;
import jp.ishikari.link.domain.HoldStore;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Part;

/** That a case waits to be corrected, which ends with the correction. */
record OpenCorrection(HoldStore holds) {

  /** The clock of the standard processing period goes on, unless something else stops it. */
  List<Part<NotSaved>> ending(String applicationId, Instant now) {
    return holds
        .of(applicationId)
        .open(Hold.Kind.CORRECTION)
        .map(hold -> holds.ending(hold, now))
        .map(end -> end.<NotSaved>as(other -> new NotSaved.Overtaken()))
        .toList();
  }
}
