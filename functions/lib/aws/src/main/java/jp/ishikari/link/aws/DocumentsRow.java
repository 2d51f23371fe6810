package jp.ishikari.link.aws;

import java.time.LocalDate;
import java.util.Optional;
import jp.ishikari.link.blueprint.Table;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;

/** The row that counts what an applicant has seen happen to the documents of a case. */
public final class DocumentsRow {
  private static final String ENTRY = "documents";

  private static final String UNTIL = "waitingUntil";

  private DocumentsRow() {}

  /** Of many cases at once: the last day on which one can be opened that nobody opened. */
  public static FacetRows<Optional<LocalDate>> waiting(Cloud cloud) {
    return new FacetRows<>(
        cloud, Table.DOCUMENTS, ENTRY, DocumentsRow::until, applicationId -> Optional.empty());
  }

  /** Whether it is this row; its neighbours are documents. */
  public static boolean is(EnhancedDocument row) {
    return row.getString("entry").equals(ENTRY);
  }

  /**
   * As it stands after a step.
   *
   * @param waitingUntil the last day of one that waits; empty where none does
   */
  public static EnhancedDocument.Builder following(
      String applicationId, int version, Optional<LocalDate> waitingUntil) {
    return Rows.row()
        .putString("applicationId", applicationId)
        .putString("entry", ENTRY)
        .putNumber("version", version)
        // No attribute is taken away by a row's update, so that none stands as a text too.
        .putString(UNTIL, waitingUntil.map(LocalDate::toString).orElse(""));
  }

  private static Optional<LocalDate> until(EnhancedDocument row) {
    return Optional.ofNullable(row.getString(UNTIL))
        .filter(day -> !day.isEmpty())
        .map(LocalDate::parse);
  }
}
