package jp.ishikari.link.domain.attachment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of file that are taken, as they were told from the bytes and never from the name. */
public enum FileKind {
  PDF("application/pdf", "pdf"),
  JPEG("image/jpeg", "jpg"),
  PNG("image/png", "png");

  private final String mediaType;
  private final String ending;

  FileKind(String mediaType, String ending) {
    this.mediaType = mediaType;
    this.ending = ending;
  }

  /** The word of the form language ({@code accept}). */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String mediaType() {
    return mediaType;
  }

  /** What the name of such a file ends in when we hand it out. */
  public String ending() {
    return ending;
  }

  /** Empty for every type that is not taken. */
  public static Optional<FileKind> of(String mediaType) {
    return Arrays.stream(values()).filter(kind -> kind.mediaType.equals(mediaType)).findFirst();
  }
}
