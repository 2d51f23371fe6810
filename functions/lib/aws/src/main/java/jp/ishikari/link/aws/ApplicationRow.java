package jp.ishikari.link.aws;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import jp.ishikari.link.domain.Actor;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationEvent;
import jp.ishikari.link.domain.ApplicationState;
import jp.ishikari.link.domain.Step;
import jp.ishikari.link.domain.counter.AtCounter;
import jp.ishikari.link.domain.signing.Signature;
import jp.ishikari.link.edge.Json;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;

/** An application and its events as rows, and back. */
final class ApplicationRow {
  /** Fixed width, so that text order is time order. */
  private static final DateTimeFormatter AT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  /** Unpublished events are spread over so many partitions of the sparse index. */
  static final int SHARDS = 8;

  private ApplicationRow() {}

  static String at(Instant instant) {
    return AT.format(instant);
  }

  static String desk(String divisionId, ApplicationState state) {
    return divisionId + "#" + state;
  }

  static String shard(int number) {
    return "shard-" + number;
  }

  static EnhancedDocument write(Application a) {
    EnhancedDocument.Builder row =
        Rows.row()
            .putString("applicationId", a.applicationId())
            .putNumber("version", a.version())
            .putString("state", a.state().name())
            .putString("desk", desk(a.divisionId(), a.state()))
            .putString("procedureId", a.procedureId())
            .putString("procedureName", a.procedureName())
            .putNumber("formVersion", a.formVersion())
            .putString("divisionId", a.divisionId())
            .putString("receiptNumber", a.receiptNumber())
            .putString("applicantName", a.applicantName())
            // Text as it was typed: JSON keeps every code point.
            .putString("answers", Json.MAPPER.writeValueAsString(a.answers()))
            .putString("submittedAt", at(a.arrivedAt()))
            .putString("receivedOn", a.receivedOn().toString());
    Rows.put(row, "accountId", a.accountId());
    Rows.put(row, "fee", a.fee());
    Rows.put(row, "dueOn", a.dueOn());
    Rows.put(row, "daysLeft", a.daysLeft());
    Rows.put(row, "notifyAddress", a.notifyAddress());
    if (a.signature() != null) {
      row.putString("signature", Json.MAPPER.writeValueAsString(a.signature()));
    }
    if (a.counter() != null) {
      row.putString("counter", Json.MAPPER.writeValueAsString(a.counter()));
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
        ApplicationState.valueOf(row.getString("state")),
        row.getString("procedureId"),
        row.getString("procedureName"),
        row.getNumber("formVersion").intValue(),
        row.getString("divisionId"),
        row.getString("accountId"),
        row.getString("receiptNumber"),
        row.getString("applicantName"),
        Json.MAPPER.readValue(row.getString("answers"), Map.class),
        Rows.integer(row, "fee"),
        Instant.parse(row.getString("submittedAt")),
        LocalDate.parse(row.getString("receivedOn")),
        row.isPresent("dueOn") ? LocalDate.parse(row.getString("dueOn")) : null,
        Rows.integer(row, "daysLeft"),
        row.isPresent("returned")
            ? Json.MAPPER.readValue(row.getString("returned"), Application.Returned.class)
            : null,
        row.getString("notifyAddress"),
        row.isPresent("signature")
            ? Json.MAPPER.readValue(row.getString("signature"), Signature.class)
            : null,
        row.isPresent("counter")
            ? Json.MAPPER.readValue(row.getString("counter"), AtCounter.class)
            : null);
  }

  static EnhancedDocument write(ApplicationEvent e) {
    EnhancedDocument.Builder row =
        Rows.row()
            .putString("applicationId", e.applicationId())
            .putNumber("version", e.version())
            .putString("step", e.step().name())
            .putString("actor", e.actor().name())
            .putString("at", at(e.at()))
            .putString("procedureId", e.procedureId())
            .putString("divisionId", e.divisionId())
            .putString("shard", shard(Math.floorMod(e.applicationId().hashCode(), SHARDS)));
    Rows.put(row, "actorId", e.actorId());
    Rows.put(row, "actorName", e.actorName());
    Rows.put(row, "reason", e.reason());
    if (e.fields() != null) {
      row.putList(
          "fields",
          e.fields(),
          software.amazon.awssdk.enhanced.dynamodb.EnhancedType.of(String.class));
    }
    return row.build();
  }

  static ApplicationEvent readEvent(EnhancedDocument row) {
    return new ApplicationEvent(
        row.getString("applicationId"),
        row.getNumber("version").intValue(),
        Step.valueOf(row.getString("step")),
        Actor.valueOf(row.getString("actor")),
        row.getString("actorId"),
        row.getString("actorName"),
        Instant.parse(row.getString("at")),
        row.getString("procedureId"),
        row.getString("divisionId"),
        row.getString("reason"),
        row.isPresent("fields")
            ? row.getListOfUnknownType("fields").stream().map(v -> v.s()).toList()
            : List.of());
  }
}
