package jp.ishikari.link.assignments.store;

import static software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional.keyEqualTo;

import java.util.List;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.aws.Rows;
import jp.ishikari.link.aws.StaffRow;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.identity.StaffMember;

/** The directory of staff on DynamoDB, read only. */
public final class DynamoColleagues implements Colleagues {
  private final Cloud cloud;

  public DynamoColleagues(Cloud cloud) {
    this.cloud = cloud;
  }

  @Override
  public List<StaffMember> all() {
    return Rows.of(cloud, Table.STAFF)
        .index("listed")
        .query(keyEqualTo(Rows.key(StaffRow.LISTED)))
        .stream()
        .flatMap(page -> page.items().stream())
        .map(StaffRow::read)
        .toList();
  }
}
