package jp.ishikari.link.attachments;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

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
