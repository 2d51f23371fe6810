package jp.ishikari.link.attachments;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import jp.ishikari.link.domain.attachment.FileKind;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/** Draws one page of a file. Pixels and time are bounded, whatever the file says of itself. */
final class PageImage {
  /** Pixels of the long side: an A4 page at 175 dpi. */
  private static final int SIDE = 2048;

  /** Pixels per point at most; a page the size of a stamp needs no more. */
  private static final float SCALE = 8;

  /**
   * @param pages how many the file has
   */
  record Drawn(int pages, byte[] jpeg) {}

  private PageImage() {}

  /** Empty when there is no such page, or when it can't be drawn within {@code patience}. */
  static Optional<Drawn> of(FileKind kind, byte[] bytes, int page, Duration patience) {
    try {
      return switch (kind) {
        case PDF -> document(bytes, page, patience);
        case JPEG, PNG -> page == 1 ? Optional.of(picture(kind, bytes)) : Optional.empty();
      };
    } catch (IOException | RuntimeException | StackOverflowError undrawable) {
      // A page may hang as deep in its document as its author likes.
      return Optional.empty();
    }
  }

  private static Optional<Drawn> document(byte[] bytes, int page, Duration patience)
      throws IOException {
    try (PDDocument document = Loader.loadPDF(bytes)) {
      int pages = document.getNumberOfPages();
      if (page < 1 || page > pages) {
        return Optional.empty();
      }
      PDRectangle box = document.getPage(page - 1).getCropBox();
      float scale = Math.min(SCALE, SIDE / Math.max(box.getWidth(), box.getHeight()));
      PDFRenderer renderer = new InTime(document, System.nanoTime() + patience.toNanos());
      renderer.setSubsamplingAllowed(true);
      BufferedImage image = renderer.renderImage(page - 1, scale, ImageType.RGB);
      return Optional.of(new Drawn(pages, Picture.jpeg(Picture.within(SIDE, image))));
    }
  }

  private static Drawn picture(FileKind kind, byte[] bytes) throws IOException {
    ImageReader reader = ImageIO.getImageReadersByMIMEType(kind.mediaType()).next();
    try (ImageInputStream stream =
        ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
      reader.setInput(stream, true, true);
      // Every second or third pixel of a large one is enough, and needs as much less memory.
      int step = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / SIDE);
      ImageReadParam some = reader.getDefaultReadParam();
      some.setSourceSubsampling(step, step, 0, 0);
      return new Drawn(1, Picture.jpeg(Picture.within(SIDE, reader.read(0, some))));
    } finally {
      reader.dispose();
    }
  }

  /** Gives up when its time is over: a page may hold more strokes than anybody can wait for. */
  private static final class InTime extends PDFRenderer {
    private final long end;

    InTime(PDDocument document, long end) {
      super(document);
      this.end = end;
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
      return new PageDrawer(parameters) {
        @Override
        protected void processOperator(Operator operator, List<COSBase> operands)
            throws IOException {
          if (System.nanoTime() > end) {
            throw new IllegalStateException("not drawn in time");
          }
          super.processOperator(operator, operands);
        }
      };
    }
  }
}
