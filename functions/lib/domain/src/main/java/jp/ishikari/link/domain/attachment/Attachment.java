package jp.ishikari.link.domain.attachment;

import java.time.Instant;
import java.util.List;

/**
 * A file that a resident sends. What it consists of is settled before its first byte arrives, so
 * its id stands for its bytes.
 *
 * @param fileId made by the server; the key of its object too
 * @param holder who may name it, see {@link FileHolder}
 * @param name as people read it, see {@link FileName}; never a path or a key
 * @param size bytes
 * @param parts SHA-256 of each part in Base64, in order; every part but the last has {@link
 *     #PART_BYTES}
 * @param uploadId what the bucket calls the upload
 * @param state how far it is
 * @param kind null before it was judged clean
 * @param sha256 of the whole in hexadecimal; null before it was judged clean
 * @param applicationId the application it was sent in with; null before
 * @param inMessage whether it was sent in with a message and not with the answers
 * @param begunAt when its sender asked for leave to send it
 */
public record Attachment(
    String fileId,
    String holder,
    String name,
    int size,
    List<String> parts,
    String uploadId,
    FileState state,
    FileKind kind,
    String sha256,
    String applicationId,
    boolean inMessage,
    Instant begunAt) {
  /** Bytes of a part; the least that S3 takes for all but the last. */
  public static final int PART_BYTES = 5 * 1024 * 1024;

  /** The largest file that is taken: a scan of twenty pages, or any photograph. */
  public static final int MAX_BYTES = 30_000_000;

  /**
   * Width × height of the largest picture. More than phones take today; in memory each pixel has 3
   * bytes.
   */
  public static final int MAX_PIXELS = 60_000_000;

  /** How many parts so many bytes are sent in. */
  public static int parts(int size) {
    return Math.ceilDiv(size, PART_BYTES);
  }

  /** Bytes of a part, counted from 1. */
  public int bytesOf(int part) {
    return part < parts.size() ? PART_BYTES : size - (parts.size() - 1) * PART_BYTES;
  }

  /** The same, further on. */
  public Attachment in(FileState next) {
    return new Attachment(
        fileId,
        holder,
        name,
        size,
        parts,
        uploadId,
        next,
        kind,
        sha256,
        applicationId,
        inMessage,
        begunAt);
  }
}
