package jp.ishikari.link.attachments;

import com.amazonaws.services.lambda.runtime.Context;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;
import jp.ishikari.link.attachments.store.FileObjects;
import jp.ishikari.link.attachments.store.FileStore;
import jp.ishikari.link.blueprint.Gauge;
import jp.ishikari.link.domain.Draft;
import jp.ishikari.link.domain.DraftStore;
import jp.ishikari.link.domain.attachment.Attachment;
import jp.ishikari.link.domain.attachment.FileHolder;
import jp.ishikari.link.domain.attachment.FileState;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.edge.Json;
import jp.ishikari.link.edge.Log;
import jp.ishikari.link.edge.LogField;

/**
 * Looks after files of which nothing came in time: uploads that broke off and files that nobody
 * sent in are removed, unless their draft still stands; a scan that did not come is asked for
 * again. Says each time how many it removed and how many scans are missing for good.
 */
record SweepFiles(FileStore files, FileObjects objects, DraftStore drafts, InstantSource clock)
    implements EntryFunction {
  private static final Log LOG = Log.of(SweepFiles.class);
  private static final int LIMIT = 200;

  /** How often a scan is asked for again before operators are called. */
  private static final int TRIES = 3;

  private record Swept(int removed, int missing) {}

  /** What became of one file. */
  private enum Done {
    REMOVED,
    SCAN_MISSING,
    KEPT
  }

  @Override
  public byte[] handle(byte[] event, Context context) {
    Instant now = clock.instant();
    int removed = 0;
    int missing = 0;
    for (FileStore.Due due : files.due(now, LIMIT)) {
      try {
        switch (lookAt(due, now)) {
          case REMOVED -> removed++;
          case SCAN_MISSING -> missing++;
          case KEPT -> {}
        }
      } catch (RuntimeException failed) {
        // It is due again in a minute; the others must not wait for it.
        LOG.error("file not swept", failed, Log.fields());
      }
    }
    LOG.info(Gauge.FILES_SWEPT.message(), Log.fields(LogField.COUNT), removed);
    LOG.info(Gauge.SCANS_MISSING.message(), Log.fields(LogField.COUNT), missing);
    return Json.MAPPER.writeValueAsBytes(new Swept(removed, missing));
  }

  private Done lookAt(FileStore.Due due, Instant now) {
    Attachment file = due.file();
    if (file.state() == FileState.WAITING && objects.stands(file.fileId())) {
      boolean again = due.asked() < TRIES;
      if (again) {
        objects.scanAgain(file.fileId());
        files.later(file.fileId(), now.plus(CompleteUpload.SCAN), due.asked() + 1);
      }
      return again ? Done.KEPT : Done.SCAN_MISSING;
    }
    if (file.applicationId() != null) {
      if (file.state() == FileState.CLEAN) {
        objects.leaveQuarantine(file.fileId());
      }
      files.settled(file.fileId());
      return Done.KEPT;
    }
    Optional<Instant> draft = file.state() == FileState.REMOVED ? Optional.empty() : until(file);
    if (draft.isPresent()) {
      files.later(file.fileId(), draft.get(), due.asked());
      return Done.KEPT;
    }
    if (!files.leaving(file.fileId(), now)) {
      return Done.KEPT;
    }
    objects.remove(file);
    files.remove(file.fileId());
    return Done.REMOVED;
  }

  /** Until when a draft of its holder stands; empty when there is none. */
  private Optional<Instant> until(Attachment file) {
    Instant now = clock.instant();
    String draftId = FileHolder.draftIdOrNull(file.holder());
    return draftId == null
        ? drafts.ofAccount(FileHolder.accountIdOrNull(file.holder()), now).stream()
            .map(Draft::expiresAt)
            .max(Comparator.naturalOrder())
        : drafts.find(draftId, now).map(Draft::expiresAt);
  }
}
