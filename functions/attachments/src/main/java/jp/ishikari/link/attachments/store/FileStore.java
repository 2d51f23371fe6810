package jp.ishikari.link.attachments.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.ishikari.link.domain.CityEvent;
import jp.ishikari.link.domain.Idempotency;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.attachment.Attachment;
import jp.ishikari.link.domain.attachment.FileKind;
import jp.ishikari.link.domain.attachment.FileState;

/** Keeps how far each file is. Every step but the last changes nothing when it is done again. */
public interface FileStore {

  /**
   * A file that the sweep is to look at, as nothing has come of it in time.
   *
   * @param asked how often its scan was asked for again
   */
  record Due(Attachment file, Instant at, int asked) {}

  /** A new file, and the promise to answer the same request the same. */
  Outcome<NotSaved, Attachment> begin(Attachment file, Instant dueAt, Idempotency token);

  /** What became of an earlier request with this token, if there was one. */
  Optional<NotSaved> repeated(String token, String bodyHash);

  /** Empty when there is none (consistent). */
  Optional<Attachment> find(String fileId);

  /**
   * That all of it was sent: from now on a verdict is waited for.
   *
   * @param dueAt when the verdict is late
   * @return false when it was sent before, or is gone
   */
  boolean sent(String fileId, Instant dueAt);

  /**
   * What the scan and we found: clean.
   *
   * @param sha256 of the object that was scanned and copied
   * @param dueAt until when it is kept for whoever has not sent it in
   */
  void clean(String fileId, FileKind kind, String sha256, Instant dueAt);

  /**
   * That it is not taken.
   *
   * @param file as it was read: waiting, and sent in or not
   * @param event what is announced of it in the same transaction; null when nothing is
   * @return false when it is otherwise by now
   */
  boolean refused(Attachment file, FileState state, CityEvent event, Instant dueAt);

  /** Opened by staff: when last, by whom, and how often. */
  void opened(String fileId, String staffName, Instant at);

  /** Those whose time has come, the longest due first. */
  List<Due> due(Instant now, int limit);

  /**
   * It is looked at again later; its scan was asked for once more where {@code asked} counts up.
   */
  void later(String fileId, Instant dueAt, int asked);

  /** It belongs to an application and needs no looking after any more. */
  void settled(String fileId);

  /**
   * That nobody finds it any more, so that its bytes can go; false when it was sent in meanwhile.
   */
  boolean leaving(String fileId, Instant now);

  /** The row of what is gone. */
  void remove(String fileId);
}
