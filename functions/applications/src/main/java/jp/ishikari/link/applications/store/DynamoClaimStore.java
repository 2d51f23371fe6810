package jp.ishikari.link.applications.store;

import java.time.Instant;
import java.util.Optional;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.aws.Items;
import jp.ishikari.link.aws.Rows;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Part;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;

/** Claims on DynamoDB, one row each. */
public final class DynamoClaimStore implements ClaimStore {
  private final DynamoDbTable<EnhancedDocument> claims;

  public DynamoClaimStore(Cloud cloud) {
    this.claims = Rows.of(cloud, Table.CLAIMS);
  }

  @Override
  public Part<NotSaved> offering(Claim claim) {
    EnhancedDocument row =
        Rows.row()
            .putString("claimId", claim.claimId())
            .putString("applicationId", claim.applicationId())
            .putNumber(Table.EXPIRY_ATTRIBUTE, claim.expiresAt().getEpochSecond())
            .build();
    return Items.part(
        items -> items.putNew(claims, row, "claimId", taken -> new NotSaved.Overtaken()));
  }

  @Override
  public Part<NotSaved> ending(Claim claim) {
    Expression standing = Expression.builder().expression("attribute_exists(claimId)").build();
    return Items.part(
        items ->
            items.delete(
                claims, Rows.key(claim.claimId()), standing, gone -> new NotSaved.Overtaken()));
  }

  @Override
  public Optional<Claim> find(String claimId, Instant now) {
    return Optional.ofNullable(claims.getItem(r -> r.key(Rows.key(claimId)).consistentRead(true)))
        .map(DynamoClaimStore::read)
        .filter(claim -> now.isBefore(claim.expiresAt()));
  }

  private static Claim read(EnhancedDocument row) {
    return new Claim(
        row.getString("claimId"),
        row.getString("applicationId"),
        Instant.ofEpochSecond(row.getNumber(Table.EXPIRY_ATTRIBUTE).longValue()));
  }
}
