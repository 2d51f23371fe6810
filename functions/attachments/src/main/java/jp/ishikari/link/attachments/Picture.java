package jp.ishikari.link.attachments;

import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import jp.ishikari.link.domain.attachment.Attachment;
import jp.ishikari.link.domain.attachment.FileKind;
import jp.ishikari.link.domain.attachment.FileState;

/**
 * A picture as it is kept: drawn anew from its pixels and upright, so that nothing of where, when
 * and with what it was taken, and nothing that hides behind its end, is kept with it. A PNG keeps
 * every pixel; a JPEG is written at a quality at which small print stays readable.
 */
final class Picture {
  private static final float QUALITY = 0.92f;

  private Picture() {}

  static Judged judged(FileKind kind, byte[] bytes) {
    ImageReader reader = ImageIO.getImageReadersByMIMEType(kind.mediaType()).next();
    try (ImageInputStream stream =
        ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
      reader.setInput(stream, true, true);
      if ((long) reader.getWidth(0) * reader.getHeight(0) > Attachment.MAX_PIXELS) {
        return Judged.refused(FileState.OVERSIZED);
      }
      if (!reader.getImageTypes(0).hasNext()) {
        // Colours of a printing press (CMYK): no browser shows them as they are meant either.
        return Judged.refused(FileState.UNSUITABLE);
      }
      AtomicBoolean torn = new AtomicBoolean();
      reader.addIIOReadWarningListener(tearing(torn));
      BufferedImage picture = reader.read(0);
      return torn.get()
          ? Judged.refused(FileState.UNREADABLE)
          : Judged.clean(kind, kind == FileKind.PNG ? png(picture) : jpeg(upright(picture, bytes)));
    } catch (IOException | RuntimeException broken) {
      return Judged.refused(FileState.UNREADABLE);
    } finally {
      reader.dispose();
    }
  }

  /** The reader fills up with grey what is missing, and says no more than this. */
  private static IIOReadWarningListener tearing(AtomicBoolean torn) {
    return (source, warning) -> {
      if (warning.toLowerCase(java.util.Locale.ROOT).contains("premature")) {
        torn.set(true);
      }
    };
  }

  /** As its camera says that it was held; in the colours that every screen has. */
  private static BufferedImage upright(BufferedImage picture, byte[] bytes) {
    int orientation = orientation(bytes);
    boolean turned = orientation > 4;
    int width = picture.getWidth();
    int height = picture.getHeight();
    BufferedImage upright =
        new BufferedImage(
            turned ? height : width,
            turned ? width : height,
            picture.getType() == BufferedImage.TYPE_BYTE_GRAY
                ? BufferedImage.TYPE_BYTE_GRAY
                : BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D pen = upright.createGraphics();
    pen.drawImage(picture, turning(orientation, width, height), null);
    pen.dispose();
    return upright;
  }

  /** Exif 2.32, tag 274: how rows and columns lie in what was stored. */
  private static AffineTransform turning(int orientation, int width, int height) {
    return switch (orientation) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
      case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
      default -> new AffineTransform();
    };
  }

  private static int orientation(byte[] bytes) {
    try {
      Metadata metadata = JpegMetadataReader.readMetadata(new ByteArrayInputStream(bytes));
      ExifIFD0Directory told = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
      return told == null || !told.containsTag(ExifIFD0Directory.TAG_ORIENTATION)
          ? 1
          : told.getInt(ExifIFD0Directory.TAG_ORIENTATION);
    } catch (ImageProcessingException | IOException | MetadataException unreadable) {
      return 1;
    }
  }

  /** The same picture, no side longer than {@code side}; never larger than it was. */
  static BufferedImage within(int side, BufferedImage picture) {
    double scale = Math.min(1.0, (double) side / Math.max(picture.getWidth(), picture.getHeight()));
    BufferedImage smaller =
        new BufferedImage(
            Math.max(1, (int) Math.round(picture.getWidth() * scale)),
            Math.max(1, (int) Math.round(picture.getHeight() * scale)),
            BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D pen = smaller.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, smaller.getWidth(), smaller.getHeight());
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.drawImage(picture, 0, 0, smaller.getWidth(), smaller.getHeight(), null);
    pen.dispose();
    return smaller;
  }

  private static byte[] png(BufferedImage picture) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", out);
    return out.toByteArray();
  }

  static byte[] jpeg(BufferedImage picture) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(QUALITY);
      writer.setOutput(stream);
      writer.write(null, new IIOImage(picture, null, null), how);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }
}
