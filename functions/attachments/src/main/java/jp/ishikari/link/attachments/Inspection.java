package jp.ishikari.link.attachments;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import jp.ishikari.link.domain.attachment.FileKind;
import jp.ishikari.link.domain.attachment.FileState;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.tika.Tika;

/**
 * Tells from the bytes what a file is and whether it can be opened. Nothing in it runs and nothing
 * of it is drawn: of a picture the head is read, of a document its structure. A document that
 * merely forbids printing opens without a password and is taken.
 */
final class Inspection {
  private static final Tika TYPES = new Tika();

  private Inspection() {}

  static Judged of(byte[] bytes) {
    Optional<FileKind> kind = FileKind.of(TYPES.detect(bytes));
    if (kind.isEmpty()) {
      return Judged.refused(FileState.UNSUITABLE);
    }
    FileState state =
        switch (kind.get()) {
          case PDF -> document(bytes);
          case JPEG, PNG -> picture(bytes);
        };
    return state == FileState.CLEAN ? new Judged(state, kind.get()) : Judged.refused(state);
  }

  private static FileState document(byte[] bytes) {
    try (PDDocument document = Loader.loadPDF(bytes)) {
      return document.getNumberOfPages() > 0 ? FileState.CLEAN : FileState.UNREADABLE;
    } catch (InvalidPasswordException locked) {
      return FileState.ENCRYPTED;
    } catch (IOException | RuntimeException broken) {
      // Whatever a malformed file makes the parser throw: it can't be opened.
      return FileState.UNREADABLE;
    }
  }

  private static FileState picture(byte[] bytes) {
    try (ImageInputStream stream =
        ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
      if (!readers.hasNext()) {
        return FileState.UNREADABLE;
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(stream, true, true);
        return reader.getWidth(0) > 0 && reader.getHeight(0) > 0
            ? FileState.CLEAN
            : FileState.UNREADABLE;
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException broken) {
      return FileState.UNREADABLE;
    }
  }
}
