package jp.ishikari.link.documents.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.ExternalSigningSupport;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * Adds the seal behind what was printed, so that the letter itself stays as it was. It is not
 * drawn: who looks at a drawn seal takes it for one, whether it is or not.
 */
record PdfSeal(X509CertificateHolder certificate, Seal.Key key) implements Seal {
  private static final COSName PADES = COSName.getPDFName("ETSI.CAdES.detached");

  /** What a reader's program calls the field. */
  private static final String NAME = "石狩市の電子署名";

  @Override
  public boolean isHeld() {
    return true;
  }

  @Override
  public byte[] on(byte[] pdf, Instant at) {
    ByteArrayOutputStream sealed = new ByteArrayOutputStream();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDSignature signature = new PDSignature();
      signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
      signature.setSubFilter(PADES);
      signature.setName("石狩市");
      signature.setSignDate(calendar(at));
      document.addSignature(signature);
      PDSignatureField field = document.getSignatureFields().getFirst();
      field.setAlternateFieldName(NAME);
      // Beside the page: what has no place on it needs none in the order of reading.
      field.getWidgets().getFirst().setRectangle(new PDRectangle(-1, -1, 0, 0));
      ExternalSigningSupport signing = document.saveIncrementalForExternalSigning(sealed);
      signing.setSignature(
          new SealContainer(certificate, key).over(signing.getContent().readAllBytes()));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return sealed.toByteArray();
  }

  private static Calendar calendar(Instant at) {
    Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("Asia/Tokyo"));
    calendar.setTimeInMillis(at.toEpochMilli());
    return calendar;
  }
}
