package jp.ishikari.link.aws;

import java.util.Optional;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.FollowCode;
import jp.ishikari.link.domain.FollowCodes;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Part;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;

/** Follow codes on DynamoDB. */
public final class DynamoFollowCodes implements FollowCodes {
  private final DynamoDbTable<EnhancedDocument> codes;

  public DynamoFollowCodes(Cloud cloud) {
    this.codes = Rows.of(cloud, Table.FOLLOW_CODES);
  }

  @Override
  public Part<NotSaved> offering(FollowCode code) {
    EnhancedDocument row =
        Rows.row()
            .putString("followId", code.followId())
            .putString("applicationId", code.applicationId())
            .build();
    return Items.part(
        items -> items.putNew(codes, row, "followId", taken -> new NotSaved.Overtaken()));
  }

  @Override
  public Optional<String> applicationOf(String followId) {
    return Optional.ofNullable(codes.getItem(r -> r.key(Rows.key(followId)).consistentRead(true)))
        .map(row -> row.getString("applicationId"));
  }
}
