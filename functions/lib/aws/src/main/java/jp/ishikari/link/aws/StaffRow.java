package jp.ishikari.link.aws;

import java.time.Instant;
import jp.ishikari.link.domain.identity.Registration;
import jp.ishikari.link.domain.identity.SecondFactor;
import jp.ishikari.link.domain.identity.StaffMember;
import jp.ishikari.link.edge.Json;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A member of staff as a row: the registration as one attribute, which user administrators write,
 * beside the state of sign-in, which signing in writes; neither touches the other's.
 */
public final class StaffRow {
  /** All staff of a city are one partition of the index. */
  public static final String LISTED = "listed";

  private StaffRow() {}

  /** What a change of the registration writes. */
  public static EnhancedDocument.Builder registered(
      String staffId, int revision, Registration registration) {
    return Rows.row()
        .putString("staffId", staffId)
        .putNumber("revision", revision)
        .putString("registration", Json.MAPPER.writeValueAsString(registration));
  }

  /** A row that was not there before. */
  public static EnhancedDocument added(
      String staffId, int revision, Registration registration, SecondFactor factor) {
    return put(registered(staffId, revision, registration).putString("listed", LISTED), factor)
        .build();
  }

  /** The state of the one-time code; its revision also stands by itself, for conditions. */
  public static EnhancedDocument.Builder put(EnhancedDocument.Builder row, SecondFactor factor) {
    return row.putString("factor", Json.MAPPER.writeValueAsString(factor))
        .putNumber("factorRevision", factor.revision());
  }

  /** Nothing has happened to the one-time code since it was read. */
  public static Expression standing(SecondFactor read) {
    return Expression.builder()
        .expression("factorRevision = :factorRevision")
        .putExpressionValue(
            ":factorRevision", AttributeValue.fromN(Integer.toString(read.revision())))
        .build();
  }

  public static StaffMember read(EnhancedDocument row) {
    return new StaffMember(
        row.getString("staffId"),
        row.getNumber("revision").intValue(),
        Json.MAPPER.readValue(row.getString("registration"), Registration.class),
        Json.MAPPER.readValue(row.getString("factor"), SecondFactor.class),
        instant(row, "signedInAt"),
        instant(row, "lastSignInAt"),
        instant(row, "signedOutAt"));
  }

  private static Instant instant(EnhancedDocument row, String attribute) {
    return row.isPresent(attribute) ? Instant.parse(row.getString(attribute)) : null;
  }
}
