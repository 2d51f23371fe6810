package jp.ishikari.link.documents.print;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.w3c.dom.Document;

/**
 * Prints letters as PDF/A-2a and PDF/UA-1. The engine is given everything: whatever it might want
 * to fetch, it may not.
 */
public final class PdfPress {
  /** The one kind of address that is let through: the picture itself. */
  static final String PICTURE = "data:image/png;base64,";

  /** There is one link, and this is where it leads. */
  private static final String LINK = "この文書を確かめるページ";

  private static final byte[] COLOURS = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

  private static final String MAKER = "いしかリンク";

  static {
    // What it says about a text would stand in the log.
    XRLog.setLoggingEnabled(false);
  }

  private PdfPress() {}

  /** The letter as the bytes of a PDF. All of it can be drawn: {@link Typeface#undrawable}. */
  public static byte[] print(Letter letter) {
    return print(LetterPage.of(letter));
  }

  /** The sheet as the bytes of a PDF. */
  public static byte[] print(Sheet sheet) {
    return print(SheetPage.of(sheet));
  }

  private static byte[] print(Document tree) {
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    PdfRendererBuilder press = new PdfRendererBuilder();
    for (PrintedFont font : Typeface.only().fonts()) {
      press.useFont(() -> new ByteArrayInputStream(font.bytes()), font.family());
    }
    press.useExternalResourceAccessControl(
        (uri, kind) -> uri.startsWith(PICTURE),
        ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
    press.useExternalResourceAccessControl(
        (uri, kind) -> uri.startsWith(PICTURE),
        ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
    press.useHttpStreamImplementation(uri -> refused(uri));
    press.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_A);
    press.usePdfUaAccessibility(true);
    press.useColorProfile(COLOURS);
    press.withProducer(MAKER);
    press.withW3cDocument(tree, null);
    try (PdfBoxRenderer renderer = press.buildPdfRenderer()) {
      renderer.layout();
      renderer.createPDFWithoutClosing();
      nameLinks(renderer.getPdfDocument());
      renderer.getPdfDocument().save(pdf);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return pdf.toByteArray();
  }

  /**
   * What the engine leaves out and PDF/UA asks for: the order of the tab key, and what a link is
   * called.
   */
  private static void nameLinks(PDDocument document) throws IOException {
    for (PDPage page : document.getPages()) {
      page.getCOSObject().setName("Tabs", "S");
      for (PDAnnotation annotation : page.getAnnotations()) {
        annotation.setContents(LINK);
      }
    }
  }

  private static FSStream refused(String uri) {
    throw new IllegalStateException("a document asked for an address");
  }
}
