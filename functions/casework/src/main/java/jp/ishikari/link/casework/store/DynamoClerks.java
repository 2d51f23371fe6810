package jp.ishikari.link.casework.store;

import java.util.Optional;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.aws.Rows;
import jp.ishikari.link.aws.StaffRow;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.identity.StaffMember;

/** The directory of staff on DynamoDB, one at a time. */
public final class DynamoClerks implements Clerks {
  private final Cloud cloud;

  public DynamoClerks(Cloud cloud) {
    this.cloud = cloud;
  }

  @Override
  public Optional<StaffMember> find(String staffId) {
    return Optional.ofNullable(
            Rows.of(cloud, Table.STAFF).getItem(r -> r.key(Rows.key(staffId)).consistentRead(true)))
        .map(StaffRow::read);
  }
}
