package jp.ishikari.link.documents.store;

import java.time.Instant;
import java.time.LocalDate;
import jp.ishikari.link.aws.Rows;
import jp.ishikari.link.domain.document.DocumentKind;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;

/** A document as the row under its application. */
final class DocumentRow {
  static final String STATE = "state";

  private static final String PREFIX = "document#";

  private DocumentRow() {}

  static String entry(String documentId) {
    return PREFIX + documentId;
  }

  static boolean is(EnhancedDocument row) {
    return row.getString("entry").startsWith(PREFIX);
  }

  static EnhancedDocument write(CaseDocument document) {
    CaseDocument.Content content = document.content();
    EnhancedDocument.Builder row =
        changing(document)
            .putString("kind", content.kind().name())
            .putString("title", content.title())
            .putString("number", content.number())
            .putString("sender", content.sender())
            .putString("addressee", content.addressee())
            .putString("body", content.body())
            .putString("dated", content.dated().toString())
            .putString("openUntil", content.openUntil().toString())
            .putString("staffId", document.made().staffId())
            .putString("staffName", document.made().staffName())
            .putString("madeAt", document.made().at().toString())
            .putString("codeHash", document.made().codeHash());
    return Rows.put(row, "replaces", content.replaces()).build();
  }

  /** Its key, and what may change of it. */
  static EnhancedDocument.Builder changing(CaseDocument document) {
    CaseDocument.Standing standing = document.standing();
    EnhancedDocument.Builder row =
        Rows.row()
            .putString("applicationId", document.applicationId())
            .putString("entry", entry(document.documentId()))
            .putString(STATE, standing.state().name());
    CaseDocument.File file = document.made().file();
    if (file != null) {
      row.putString("sha256", file.sha256()).putBoolean("sealed", file.sealed());
    }
    Rows.put(row, "issuedAt", standing.issuedAt());
    by(row, "issuedBy", standing.issuedBy());
    Rows.put(row, "readBy", standing.readBy());
    Rows.put(row, "openedAt", standing.openedAt());
    Rows.put(row, "endedAt", standing.endedAt());
    by(row, "endedBy", standing.endedBy());
    return Rows.put(row, "reason", standing.reason());
  }

  static CaseDocument read(EnhancedDocument row) {
    return new CaseDocument(
        row.getString("applicationId"),
        row.getString("entry").substring(PREFIX.length()),
        new CaseDocument.Content(
            DocumentKind.valueOf(row.getString("kind")),
            row.getString("title"),
            row.getString("number"),
            row.getString("sender"),
            row.getString("addressee"),
            row.getString("body"),
            LocalDate.parse(row.getString("dated")),
            LocalDate.parse(row.getString("openUntil")),
            row.getString("replaces")),
        new CaseDocument.Made(
            row.getString("staffId"),
            row.getString("staffName"),
            Instant.parse(row.getString("madeAt")),
            row.getString("codeHash"),
            row.isPresent("sha256")
                ? new CaseDocument.File(row.getString("sha256"), row.getBoolean("sealed"))
                : null),
        new CaseDocument.Standing(
            CaseDocument.State.valueOf(row.getString(STATE)),
            instant(row, "issuedAt"),
            by(row, "issuedBy"),
            day(row, "readBy"),
            instant(row, "openedAt"),
            instant(row, "endedAt"),
            by(row, "endedBy"),
            row.getString("reason")));
  }

  private static void by(
      EnhancedDocument.Builder row, String attribute, CaseDocument.@Nullable By by) {
    if (by != null) {
      row.putString(attribute, by.staffId()).putString(attribute + "Name", by.name());
    }
  }

  private static CaseDocument.@Nullable By by(EnhancedDocument row, String attribute) {
    String staffId = row.getString(attribute);
    return staffId == null ? null : new CaseDocument.By(staffId, row.getString(attribute + "Name"));
  }

  private static LocalDate day(EnhancedDocument row, String attribute) {
    String text = row.getString(attribute);
    return text == null ? null : LocalDate.parse(text);
  }

  private static Instant instant(EnhancedDocument row, String attribute) {
    String text = row.getString(attribute);
    return text == null ? null : Instant.parse(text);
  }
}
