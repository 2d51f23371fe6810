package jp.ishikari.link.aws;

import java.time.Instant;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.Claim;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;

/** A claim as a row, and back. */
final class ClaimRow {
  private ClaimRow() {}

  static EnhancedDocument write(Claim claim) {
    return Rows.row()
        .putString("claimId", claim.claimId())
        .putString("applicationId", claim.applicationId())
        .putNumber(Table.EXPIRY_ATTRIBUTE, claim.expiresAt().getEpochSecond())
        .build();
  }

  static Claim read(EnhancedDocument row) {
    return new Claim(
        row.getString("claimId"),
        row.getString("applicationId"),
        Instant.ofEpochSecond(row.getNumber(Table.EXPIRY_ATTRIBUTE).longValue()));
  }
}
