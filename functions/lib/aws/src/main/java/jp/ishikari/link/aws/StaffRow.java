package jp.ishikari.link.aws;

import java.time.Instant;
import jp.ishikari.link.domain.identity.Registration;
import jp.ishikari.link.domain.identity.StaffMember;
import jp.ishikari.link.edge.Json;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;

/**
 * A member of staff as a row: the registration as one attribute, which user administrators write,
 * beside the state of sign-in, which signing in writes; neither touches the other's.
 */
final class StaffRow {
  /** All staff of a city are one partition of the index. */
  static final String LISTED = "listed";

  private StaffRow() {}

  /** What a change of the registration writes. */
  static EnhancedDocument.Builder registered(
      String staffId, int revision, Registration registration) {
    return Rows.row()
        .putString("staffId", staffId)
        .putNumber("revision", revision)
        .putString("registration", Json.MAPPER.writeValueAsString(registration));
  }

  /** A row that was not there before. */
  static EnhancedDocument.Builder added(String staffId, int revision, Registration registration) {
    return registered(staffId, revision, registration)
        .putString("listed", LISTED)
        .putNumber("lastTotpStep", 0)
        .putNumber("failures", 0);
  }

  static StaffMember read(EnhancedDocument row) {
    return new StaffMember(
        row.getString("staffId"),
        row.getNumber("revision").intValue(),
        Json.MAPPER.readValue(row.getString("registration"), Registration.class),
        has(row, "totpSecret") ? row.getBytes("totpSecret").asByteArray() : null,
        row.getNumber("lastTotpStep").longValue(),
        row.getNumber("failures").intValue(),
        instant(row, "lockedUntil"),
        instant(row, "signedInAt"),
        instant(row, "lastSignInAt"));
  }

  private static Instant instant(EnhancedDocument row, String attribute) {
    return has(row, attribute) ? Instant.parse(row.getString(attribute)) : null;
  }

  private static boolean has(EnhancedDocument row, String attribute) {
    return row.isPresent(attribute) && !row.isNull(attribute);
  }
}
