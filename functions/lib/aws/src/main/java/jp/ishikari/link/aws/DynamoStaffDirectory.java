package jp.ishikari.link.aws;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import jp.ishikari.link.blueprint.Key;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.identity.Registration;
import jp.ishikari.link.domain.identity.StaffDirectory;
import jp.ishikari.link.domain.identity.StaffMember;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
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
    return Optional.ofNullable(Rows.of(cloud, Table.IDENTITIES).getItem(Rows.key(identity)))
        .flatMap(row -> find(row.getString("staffId")));
  }

  @Override
  public Optional<StaffMember> find(String staffId) {
    return Optional.ofNullable(staff.getItem(r -> r.key(Rows.key(staffId)).consistentRead(true)))
        .map(StaffRow::read);
  }

  @Override
  public void enrol(String staffId, String identity, Registration registration, byte[] totpSecret) {
    SdkBytes encrypted =
        cloud
            .keys()
            .encrypt(
                r ->
                    r.keyId(secretsKey())
                        .encryptionContext(Map.of(CONTEXT, staffId))
                        .plaintext(SdkBytes.fromByteArray(totpSecret)))
            .ciphertextBlob();
    EnhancedDocument member =
        StaffRow.added(staffId, 1, registration).putBytes("totpSecret", encrypted).build();
    EnhancedDocument pointer =
        Rows.row().putString("identity", identity).putString("staffId", staffId).build();
    cloud
        .tables()
        .transactWriteItems(
            r -> r.addPutItem(staff, member).addPutItem(Rows.of(cloud, Table.IDENTITIES), pointer));
  }

  @Override
  public byte[] secretOf(StaffMember member) {
    return cloud
        .keys()
        .decrypt(
            r ->
                r.keyId(secretsKey())
                    .encryptionContext(Map.of(CONTEXT, member.staffId()))
                    .ciphertextBlob(SdkBytes.fromByteArray(member.totpSecret())))
        .plaintext()
        .asByteArray();
  }

  @Override
  public boolean accept(StaffMember member, long step, Instant now) {
    EnhancedDocument.Builder row =
        Rows.row()
            .putString("staffId", member.staffId())
            .putNumber("lastTotpStep", step)
            .putNumber("failures", 0)
            .putNull("lockedUntil")
            .putString("signedInAt", now.toString());
    return update(Rows.put(row, "lastSignInAt", member.signedInAt()).build(), member);
  }

  @Override
  public boolean refuse(StaffMember member, int failures, Instant lockedUntil) {
    EnhancedDocument.Builder row =
        Rows.row().putString("staffId", member.staffId()).putNumber("failures", failures);
    return update(Rows.put(row, "lockedUntil", lockedUntil).build(), member);
  }

  /** Only if neither a code nor a failure has been recorded since the member was read. */
  private boolean update(EnhancedDocument row, StaffMember read) {
    Expression unchanged =
        Expression.builder()
            .expression("lastTotpStep = :step AND failures = :failures")
            .expressionValues(
                Map.of(
                    ":step", AttributeValue.fromN(Long.toString(read.lastTotpStep())),
                    ":failures", AttributeValue.fromN(Integer.toString(read.failures()))))
            .build();
    try {
      staff.updateItem(r -> r.item(row).conditionExpression(unchanged).ignoreNulls(false));
      return true;
    } catch (ConditionalCheckFailedException parallel) {
      return false;
    }
  }

  private String secretsKey() {
    return cloud.environment().nameOf(Key.SECRETS);
  }
}
