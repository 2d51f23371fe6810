package jp.ishikari.link.attachments;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;

/** Files of every kind that people send, made anew for each test. */
final class SampleFiles {
  private SampleFiles() {}

  static byte[] pdf() {
    return pdf(null, null);
  }

  /** With a password to open it, or with one that only keeps others from printing it. */
  static byte[] pdf(String toOpen, String toChange) {
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      if (toOpen != null || toChange != null) {
        document.protect(
            new StandardProtectionPolicy(
                toChange == null ? toOpen : toChange, toOpen, new AccessPermission()));
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  static byte[] picture(String format) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), format, out);
      return out.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** A picture with so many bytes behind its end, as cameras and editors leave them there. */
  static byte[] pictureOf(int bytes) {
    byte[] picture = picture("png");
    byte[] large = new byte[bytes];
    new Random(7).nextBytes(large);
    System.arraycopy(picture, 0, large, 0, picture.length);
    return large;
  }

  /**
   * A photograph as a telephone stores it: lying on its side, with the place it was taken at and a
   * word behind its end. Upright its upper half is red.
   *
   * @param orientation how it lies (Exif 2.32, tag 274)
   */
  static byte[] photograph(int orientation) {
    BufferedImage upright = new BufferedImage(64, 96, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = upright.createGraphics();
    pen.setColor(Color.RED);
    pen.fillRect(0, 0, 64, 48);
    pen.dispose();
    BufferedImage lying = orientation == 1 ? upright : lying(upright);
    try {
      ByteArrayOutputStream plain = new ByteArrayOutputStream();
      ImageIO.write(lying, "jpg", plain);
      byte[] jpeg = plain.toByteArray();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      out.write(jpeg, 0, 2);
      byte[] exif = exif(orientation);
      out.write(0xFF);
      out.write(0xE1);
      out.write((exif.length + 2) >> 8);
      out.write((exif.length + 2) & 0xFF);
      out.writeBytes(exif);
      out.write(jpeg, 2, jpeg.length - 2);
      out.writeBytes(text("GPS behind the end"));
      return out.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** As the sensor sees it when the telephone is held upright (orientation 6). */
  private static BufferedImage lying(BufferedImage upright) {
    BufferedImage lying =
        new BufferedImage(upright.getHeight(), upright.getWidth(), BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < upright.getWidth(); x++) {
      for (int y = 0; y < upright.getHeight(); y++) {
        lying.setRGB(y, upright.getWidth() - 1 - x, upright.getRGB(x, y));
      }
    }
    return lying;
  }

  /** TIFF, two tags: the orientation, and the maker where the place would stand. */
  private static byte[] exif(int orientation) {
    ByteBuffer tiff = ByteBuffer.allocate(64);
    tiff.put(text("Exif\0\0")).put(text("MM")).putShort((short) 42).putInt(8);
    tiff.putShort((short) 2);
    tiff.putShort((short) 271).putShort((short) 2).putInt(10).putInt(38);
    tiff.putShort((short) 274).putShort((short) 3).putInt(1);
    tiff.putShort((short) orientation).putShort((short) 0).putInt(0);
    tiff.put(text("43.17,141.\0"));
    return Arrays.copyOf(tiff.array(), tiff.position());
  }

  /** A PDF whose pages say their number. */
  static byte[] pages(int pages) {
    try (PDDocument document = new PDDocument()) {
      for (int i = 1; i <= pages; i++) {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (PDPageContentStream pen = new PDPageContentStream(document, page)) {
          pen.beginText();
          pen.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 40);
          pen.newLineAtOffset(100, 500);
          pen.showText("page " + i);
          pen.endText();
        }
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** A page with more strokes than anybody waits for. */
  static byte[] endless() {
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      PDFormXObject form = null;
      for (int depth = 0; depth < 8; depth++) {
        PDFormXObject outer = new PDFormXObject(document);
        outer.setBBox(PDRectangle.A4);
        outer.setResources(new PDResources());
        String drawn = form == null ? "0 0 500 500 re f\n" : null;
        if (form != null) {
          drawn = "/" + outer.getResources().add(form).getName() + " Do\n";
        }
        try (OutputStream content = outer.getContentStream().createOutputStream()) {
          content.write(text(drawn.repeat(30)));
        }
        form = outer;
      }
      try (PDPageContentStream pen = new PDPageContentStream(document, page)) {
        pen.drawForm(form);
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** A document whose one page hangs so deep that whoever goes down to it has no way left. */
  static byte[] deep(int levels) {
    StringBuilder pdf = new StringBuilder("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n");
    for (int i = 2; i < levels + 2; i++) {
      pdf.append(i).append(" 0 obj<</Type/Pages/Count 1/Kids[").append(i + 1).append(" 0 R]");
      pdf.append(i == 2 ? "" : "/Parent " + (i - 1) + " 0 R").append(">>endobj\n");
    }
    pdf.append(levels + 2).append(" 0 obj<</Type/Page/MediaBox[0 0 99 99]/Parent ");
    pdf.append(levels + 1).append(" 0 R>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF");
    return text(pdf.toString());
  }

  static byte[] half(byte[] whole) {
    return torn(whole, whole.length * 2 / 3);
  }

  /** Few bytes that become many pixels. */
  static byte[] wide(int width, int height) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY), "png", out);
      return out.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  static byte[] torn(byte[] whole, int left) {
    return Arrays.copyOf(whole, left);
  }

  static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** As Word writes it, for what looks at the beginning. */
  static byte[] zip(String name) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (ZipOutputStream zip = new ZipOutputStream(out)) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text("<w/>"));
      }
      return out.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
