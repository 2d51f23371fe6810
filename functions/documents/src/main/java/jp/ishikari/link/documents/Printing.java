package jp.ishikari.link.documents;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import jp.ishikari.link.blueprint.Screen;
import jp.ishikari.link.documents.print.Letter;
import jp.ishikari.link.documents.print.PdfPress;
import jp.ishikari.link.documents.print.Seal;
import jp.ishikari.link.documents.store.CaseDocument;
import jp.ishikari.link.documents.store.DocumentObjects;
import jp.ishikari.link.documents.store.DocumentStore;
import jp.ishikari.link.domain.Division;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;

/**
 * How a document that was begun becomes a file: printed, sealed, put among the documents, and only
 * then ready. When it breaks off, the document stays as one that is being made, where clerks see
 * it.
 *
 * @param portal origin of the page that checks it
 */
record Printing(DocumentStore documents, DocumentObjects objects, Seal seal, String portal) {

  Outcome<NotSaved, CaseDocument> print(CaseDocument begun, Division division, String code) {
    byte[] pdf =
        seal.on(PdfPress.print(letter(begun.content(), division, code)), begun.made().at());
    objects.keep(begun.documentId(), begun.fileName(), pdf);
    Outcome<NotSaved, CaseDocument> printed =
        documents.change(begun, begun.printed(new CaseDocument.File(sha256(pdf), seal.isHeld())));
    return printed.fold(
        discardedMeanwhile -> {
          objects.discard(begun.documentId());
          return printed;
        },
        ready -> printed);
  }

  private Letter letter(CaseDocument.Content content, Division division, String code) {
    String page = portal + Screen.VERIFY.path();
    return new Letter(
        content.title(),
        content.number(),
        content.dated(),
        content.addressee(),
        List.of(content.sender(), division.name() + "　電話 " + division.phone()),
        content.body(),
        new Letter.Check(grouped(code), page, page + "#" + code));
  }

  private static String grouped(String code) {
    return code.replaceAll("(.{4})(?=.)", "$1-");
  }

  private static String sha256(byte[] pdf) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(pdf));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
