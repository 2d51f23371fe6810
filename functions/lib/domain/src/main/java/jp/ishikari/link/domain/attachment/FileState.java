package jp.ishikari.link.domain.attachment;

/** How far a file is. Only a clean one can be opened, by staff alone. */
public enum FileState {
  /** Parts of it are on their way. */
  SENDING(null),
  /** All of it is in quarantine, and the scan has not told yet. */
  WAITING(null),
  CLEAN(null),
  INFECTED("このファイルからウイルスが見つかったため、受け付けられません。元のファイルを開かず、ほかのファイルを送ってください。"),
  /** Damaged, or not what it says that it is. */
  UNREADABLE("このファイルは壊れているか、途中で切れているため、開けません。元のファイルが開けるかを確かめて、もう一度送ってください。"),
  ENCRYPTED("このファイルはパスワードがかかっているため、受け付けられません。パスワードを外して保存し直してから、送ってください。"),
  /** None of the kinds that are taken, whatever its name says. */
  UNSUITABLE(
      "このファイルは、送れる種類（PDF、JPEG、PNG）ではありません。名前の終わりを変えただけでは送れません。" + "PDFで保存し直すか、写真に撮って送ってください。"),
  /** A picture of more pixels than we can look at. */
  OVERSIZED(
      "この写真は細かすぎて（%,d万画素を超えています）、受け付けられません。縮小するか、カメラの設定で画質を下げて撮り直してから、送ってください。"
          .formatted(Attachment.MAX_PIXELS / 10_000)),
  /** Taken back by its sender, or swept: its bytes are going, and nobody finds it any more. */
  REMOVED(null);

  private final String refusal;

  FileState(String refusal) {
    this.refusal = refusal;
  }

  /** Whether it was judged and is not taken. */
  public boolean refused() {
    return refusal != null;
  }

  /** What its sender is told when it is not taken, in a sentence that says what to do. */
  public String refusal() {
    if (refusal == null) {
      throw new IllegalStateException(this + " is not refused");
    }
    return refusal;
  }

  /** Stable code of the refusal, e.g. {@code file-infected}. */
  public String code() {
    return "file-" + name().toLowerCase(java.util.Locale.ROOT);
  }
}
