package jp.ishikari.link.attachments;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import jp.ishikari.link.attachments.store.FileObjects;
import jp.ishikari.link.attachments.store.FileStore;
import jp.ishikari.link.blueprint.EventType;
import jp.ishikari.link.blueprint.Subject;
import jp.ishikari.link.domain.CityEvent;
import jp.ishikari.link.domain.attachment.Attachment;
import jp.ishikari.link.domain.attachment.FileState;
import jp.ishikari.link.edge.Log;
import jp.ishikari.link.edge.LogField;
import tools.jackson.databind.JsonNode;

/**
 * What becomes of a file once the scan has told. The verdict is about one object, named by its tag;
 * that very object is read, compared with what its sender said it would be, and what is kept of it
 * put among the files that staff open. The same verdict again, or one about an object that is no
 * longer there, changes nothing.
 */
record JudgeFile(FileStore files, FileObjects objects, InstantSource clock)
    implements Consumer<JsonNode> {
  private static final Log LOG = Log.of(JudgeFile.class);

  /** How long a file waits to be sent in; a draft that stands makes it longer. */
  static final Duration KEPT = Duration.ofDays(2);

  @Override
  public void accept(JsonNode event) {
    Verdict.read(event)
        .ifPresent(
            verdict -> {
              files
                  .find(verdict.fileId())
                  .filter(file -> file.state() == FileState.WAITING)
                  .ifPresent(file -> judge(file, verdict));
              discardUnlessTaken(verdict.fileId());
            });
  }

  /**
   * Nothing stands among the files that staff open but what is clean: it may have been taken back,
   * or refused by another verdict, while it was put there.
   */
  private void discardUnlessTaken(String fileId) {
    FileState state = files.find(fileId).map(Attachment::state).orElse(FileState.REMOVED);
    if (state != FileState.CLEAN && state != FileState.WAITING) {
      objects.discardKept(fileId);
    }
  }

  private void judge(Attachment file, Verdict verdict) {
    switch (verdict.result()) {
      case THREATS_FOUND -> refuse(file, FileState.INFECTED);
      case NO_THREATS_FOUND, UNSUPPORTED -> {
        Optional<byte[]> bytes = objects.read(file.fileId(), verdict.tag());
        if (bytes.isPresent()) {
          decide(file, verdict, bytes.get());
        }
      }
      // The sweep asks for another scan when this one is late.
      case FAILED -> LOG.warn("scan failed", Log.fields());
    }
  }

  private void decide(Attachment file, Verdict verdict, byte[] bytes) {
    Judged judged =
        isWhatWasPromised(file, bytes)
            ? Inspection.of(bytes)
            : Judged.refused(FileState.UNREADABLE);
    if (judged.state().refused()) {
      refuse(file, judged.state());
    } else if (verdict.result() == Verdict.Result.UNSUPPORTED) {
      // What the scanner cannot look into is not clean, whatever we see in it.
      refuse(file, FileState.UNREADABLE);
    } else {
      objects.keep(file.fileId(), judged.kept(), judged.kind().mediaType());
      files.clean(file.fileId(), judged.kind(), hex(judged.kept()), clock.instant().plus(KEPT));
      // A photograph as it came tells where it was taken.
      objects.leaveQuarantine(file.fileId());
    }
  }

  /** Told again if it was sent in meanwhile: whoever sent it in is to hear of it. */
  private void refuse(Attachment file, FileState state) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    boolean done = files.refused(file, state, event(file, state, now), now.plus(KEPT));
    LOG.warn("file refused", Log.fields(LogField.REASON), state.code());
    if (!done) {
      files
          .find(file.fileId())
          .filter(again -> again.state() == FileState.WAITING)
          .ifPresent(again -> refuse(again, state));
    }
  }

  /** Null where nobody has to hear of it: its sender sees it on the page. */
  private static CityEvent event(Attachment file, FileState state, Instant now) {
    boolean infected = state == FileState.INFECTED;
    return infected || file.applicationId() != null
        ? new CityEvent(
            Subject.FILE.of(file.fileId()),
            1,
            infected ? EventType.FILE_INFECTED : EventType.FILE_REFUSED,
            now,
            file.applicationId(),
            Map.of())
        : null;
  }

  /** The bucket has compared them too; this does not rest on it. */
  private static boolean isWhatWasPromised(Attachment file, byte[] bytes) {
    if (bytes.length != file.size()) {
      return false;
    }
    for (int part = 1; part <= file.parts().size(); part++) {
      int from = (part - 1) * Attachment.PART_BYTES;
      byte[] piece = Arrays.copyOfRange(bytes, from, from + file.bytesOf(part));
      if (!Base64.getEncoder().encodeToString(sha256(piece)).equals(file.parts().get(part - 1))) {
        return false;
      }
    }
    return true;
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(sha256(bytes));
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
