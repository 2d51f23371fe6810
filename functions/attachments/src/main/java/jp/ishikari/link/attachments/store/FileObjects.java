package jp.ishikari.link.attachments.store;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import jp.ishikari.link.domain.attachment.Attachment;

/** The bytes of files: in quarantine, where browsers put them, and among the files staff open. */
public interface FileObjects {

  /** Begins an upload; what the bucket calls it. */
  String begin(String fileId);

  /**
   * Leave for a browser to put exactly this part: its length and checksum are signed too, and sent
   * along as headers.
   */
  URI permission(Attachment file, int part);

  /** Parts that arrived whole, by number, under their tags; empty when the upload is over. */
  Map<Integer, String> arrived(Attachment file);

  /** Puts the parts together; false when the upload is gone, perhaps as it was done before. */
  boolean complete(Attachment file, Map<Integer, String> arrived);

  /** Whether it stands in quarantine whole. */
  boolean stands(String fileId);

  /** The bytes in quarantine, if it still is the object of this tag. */
  Optional<byte[]> read(String fileId, String tag);

  /** Puts what is kept of a file among those that staff open. */
  void keep(String fileId, byte[] kept, String mediaType);

  /** Takes away what was kept, if anything was. */
  void discardKept(String fileId);

  /** What was kept; empty when there is none. */
  Optional<byte[]> kept(String fileId);

  /** What its sender put into quarantine is not needed any more. */
  void leaveQuarantine(String fileId);

  /** Has it scanned once more. */
  void scanAgain(String fileId);

  /** Gone from everywhere, with what was sent of it. */
  void remove(Attachment file);

  /** Where a clean file can be fetched for a minute, as a download of this name. */
  URI link(String fileId, String name);
}
