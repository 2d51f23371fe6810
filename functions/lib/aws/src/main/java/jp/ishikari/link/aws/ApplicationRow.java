package jp.ishikari.link.aws;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationState;
import jp.ishikari.link.domain.EnteredByStaff;
import jp.ishikari.link.domain.Lacking;
import jp.ishikari.link.domain.ProvenPerson;
import jp.ishikari.link.domain.counter.AtCounter;
import jp.ishikari.link.domain.signing.Signature;
import jp.ishikari.link.edge.Json;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;

/** An application as a row, and back. */
final class ApplicationRow {
  private ApplicationRow() {}

  static EnhancedDocument write(Application a) {
    EnhancedDocument.Builder row =
        Rows.row()
            .putString("applicationId", a.applicationId())
            .putNumber("version", a.version())
            .putString("state", a.state().name())
            .putString("procedureId", a.procedureId())
            .putString("procedureName", a.procedureName())
            .putNumber("formVersion", a.formVersion())
            .putString("divisionId", a.divisionId())
            .putString("receiptNumber", a.receiptNumber())
            .putString("applicantName", a.applicantName())
            // Text as it was typed: JSON keeps every code point.
            .putString("answers", Json.MAPPER.writeValueAsString(a.answers()))
            .putString("submittedAt", SortableTime.of(a.arrivedAt()))
            .putString("receivedOn", a.receivedOn().toString())
            .putNumber("standardDays", a.clock().days());
    Rows.put(row, "accountId", a.accountId());
    Rows.put(row, "fee", a.fee());
    Rows.put(row, "notifyAddress", a.notifyAddress());
    if (a.proven() != null) {
      row.putString("proven", Json.MAPPER.writeValueAsString(a.proven()));
    }
    if (a.signature() != null) {
      row.putString("signature", Json.MAPPER.writeValueAsString(a.signature()));
    }
    if (a.counter() != null) {
      row.putString("counter", Json.MAPPER.writeValueAsString(a.counter()));
    }
    if (a.entered() != null) {
      row.putString("entered", Json.MAPPER.writeValueAsString(a.entered()));
    }
    if (!a.lacking().isEmpty()) {
      row.putString("lacking", Json.MAPPER.writeValueAsString(a.lacking()));
    }
    if (a.returned() != null) {
      row.putString("returned", Json.MAPPER.writeValueAsString(a.returned()));
    }
    return row.build();
  }

  @SuppressWarnings("unchecked")
  static Application read(EnhancedDocument row) {
    return new Application(
        row.getString("applicationId"),
        row.getNumber("version").intValue(),
        new Application.Arrival(
            row.getString("accountId"),
            row.getString("receiptNumber"),
            Instant.parse(row.getString("submittedAt")),
            LocalDate.parse(row.getString("receivedOn")),
            json(row, "counter", AtCounter.class),
            json(row, "entered", EnteredByStaff.class)),
        new Application.Matter(
            row.getString("procedureId"),
            row.getString("procedureName"),
            row.getString("divisionId"),
            new Application.Answered(
                row.getNumber("formVersion").intValue(),
                Json.MAPPER.readValue(row.getString("answers"), Map.class),
                Rows.integer(row, "fee"),
                row.getString("applicantName"),
                row.getString("notifyAddress"),
                json(row, "signature", Signature.class),
                json(row, "proven", ProvenPerson.class),
                row.isPresent("lacking")
                    ? List.of(Json.MAPPER.readValue(row.getString("lacking"), Lacking[].class))
                    : List.of())),
        new Application.Standing(
            ApplicationState.valueOf(row.getString("state")),
            json(row, "returned", Application.Returned.class)),
        new Application.Clock(row.getNumber("standardDays").intValue()));
  }

  private static <T> T json(EnhancedDocument row, String attribute, Class<T> type) {
    return row.isPresent(attribute) ? Json.MAPPER.readValue(row.getString(attribute), type) : null;
  }
}
