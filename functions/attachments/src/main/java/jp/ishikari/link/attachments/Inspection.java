package jp.ishikari.link.attachments;

import java.io.IOException;
import java.util.Optional;
import jp.ishikari.link.domain.attachment.FileKind;
import jp.ishikari.link.domain.attachment.FileState;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.tika.Tika;

/**
 * Tells from the bytes what a file is and what is kept of it. Of a document its structure is read
 * and nothing in it runs; one that merely forbids printing opens without a password and is taken. A
 * picture is drawn anew, see {@link Picture}.
 */
final class Inspection {
  private static final Tika TYPES = new Tika();

  private Inspection() {}

  static Judged of(byte[] bytes) {
    Optional<FileKind> kind = FileKind.of(TYPES.detect(bytes));
    if (kind.isEmpty()) {
      return Judged.refused(FileState.UNSUITABLE);
    }
    return switch (kind.get()) {
      case PDF -> document(bytes);
      case JPEG, PNG -> Picture.judged(kind.get(), bytes);
    };
  }

  private static Judged document(byte[] bytes) {
    try (PDDocument document = Loader.loadPDF(bytes)) {
      return document.getNumberOfPages() > 0
          ? Judged.clean(FileKind.PDF, bytes)
          : Judged.refused(FileState.UNREADABLE);
    } catch (InvalidPasswordException locked) {
      return Judged.refused(FileState.ENCRYPTED);
    } catch (IOException | RuntimeException | StackOverflowError broken) {
      // Whatever a malformed file makes the parser throw: it can't be opened.
      return Judged.refused(FileState.UNREADABLE);
    }
  }
}
