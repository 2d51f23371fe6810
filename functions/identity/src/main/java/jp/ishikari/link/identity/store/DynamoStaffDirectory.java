package jp.ishikari.link.identity.store;

import static software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional.keyEqualTo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.aws.Rows;
import jp.ishikari.link.aws.StaffRow;
import jp.ishikari.link.aws.Transaction;
import jp.ishikari.link.blueprint.Key;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Part;
import jp.ishikari.link.domain.identity.Registration;
import jp.ishikari.link.domain.identity.SecondFactor;
import jp.ishikari.link.domain.identity.StaffMember;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Staff on DynamoDB; the shared secret is encrypted under KMS for one staff id only. */
public final class DynamoStaffDirectory implements StaffDirectory {
  private static final String CONTEXT = "staffId";

  private final Cloud cloud;
  private final DynamoDbTable<EnhancedDocument> staff;

  public DynamoStaffDirectory(Cloud cloud) {
    this.cloud = cloud;
    this.staff = Rows.of(cloud, Table.STAFF);
  }

  @Override
  public Optional<StaffMember> findByIdentity(String identity) {
    return Optional.ofNullable(Rows.of(cloud, Table.STAFF_IDENTITIES).getItem(Rows.key(identity)))
        .flatMap(row -> find(row.getString("staffId")));
  }

  @Override
  public Optional<StaffMember> find(String staffId) {
    return Optional.ofNullable(staff.getItem(r -> r.key(Rows.key(staffId)).consistentRead(true)))
        .map(StaffRow::read);
  }

  @Override
  public boolean isEmpty() {
    return staff
        .index("listed")
        .query(r -> r.queryConditional(keyEqualTo(Rows.key(StaffRow.LISTED))).limit(1))
        .stream()
        .allMatch(page -> page.items().isEmpty());
  }

  @Override
  public void register(
      String staffId,
      String identity,
      Registration registration,
      SecondFactor factor,
      List<Part<NotSaved>> besides) {
    Transaction<NotSaved> transaction = new Transaction<>(cloud.tables());
    transaction.put(staff, StaffRow.added(staffId, 1, registration, factor));
    transaction.put(
        Rows.of(cloud, Table.STAFF_IDENTITIES),
        Rows.row().putString("identity", identity).putString("staffId", staffId).build());
    besides.forEach(transaction::add);
    transaction
        .commit(staffId)
        .fold(
            reason -> {
              throw new IllegalStateException("not registered: " + reason);
            },
            done -> done);
  }

  @Override
  public void signedOut(String staffId, Instant at) {
    staff.updateItem(
        Rows.row().putString("staffId", staffId).putString("signedOutAt", at.toString()).build());
  }

  @Override
  public byte[] seal(String staffId, byte[] plain) {
    return cloud
        .keys()
        .encrypt(
            r ->
                r.keyId(secretsKey())
                    .encryptionContext(Map.of(CONTEXT, staffId))
                    .plaintext(SdkBytes.fromByteArray(plain)))
        .ciphertextBlob()
        .asByteArray();
  }

  @Override
  public byte[] open(String staffId, byte[] sealed) {
    return cloud
        .keys()
        .decrypt(
            r ->
                r.keyId(secretsKey())
                    .encryptionContext(Map.of(CONTEXT, staffId))
                    .ciphertextBlob(SdkBytes.fromByteArray(sealed)))
        .plaintext()
        .asByteArray();
  }

  @Override
  public boolean save(StaffMember read, SecondFactor next, Instant signedInAt) {
    EnhancedDocument.Builder row =
        StaffRow.put(Rows.row().putString("staffId", read.staffId()), next);
    if (signedInAt != null) {
      Rows.put(
          row.putString("signedInAt", signedInAt.toString()), "lastSignInAt", read.signedInAt());
    }
    try {
      staff.updateItem(
          r -> r.item(row.build()).conditionExpression(StaffRow.standing(read.factor())));
      return true;
    } catch (ConditionalCheckFailedException parallel) {
      return false;
    }
  }

  private String secretsKey() {
    return cloud.environment().nameOf(Key.ONE_TIME_CODES);
  }
}
