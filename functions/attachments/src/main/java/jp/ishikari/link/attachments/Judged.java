package jp.ishikari.link.attachments;

import jp.ishikari.link.domain.attachment.FileKind;
import jp.ishikari.link.domain.attachment.FileState;

/**
 * What a file's bytes say of it.
 *
 * @param state clean, or why it is not taken
 * @param kind null where it is not taken
 * @param kept what is kept of it; null where it is not taken
 */
record Judged(FileState state, FileKind kind, byte[] kept) {
  static Judged clean(FileKind kind, byte[] kept) {
    return new Judged(FileState.CLEAN, kind, kept);
  }

  static Judged refused(FileState state) {
    return new Judged(state, null, null);
  }
}
