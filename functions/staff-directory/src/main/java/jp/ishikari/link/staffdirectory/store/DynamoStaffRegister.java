package jp.ishikari.link.staffdirectory.store;

import static software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional.keyEqualTo;

import java.util.List;
import java.util.Optional;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.aws.KmsStaffKeys;
import jp.ishikari.link.aws.Revisions;
import jp.ishikari.link.aws.Rows;
import jp.ishikari.link.aws.StaffRow;
import jp.ishikari.link.aws.Tokens;
import jp.ishikari.link.aws.Transaction;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.Idempotency;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Part;
import jp.ishikari.link.domain.identity.Registration;
import jp.ishikari.link.domain.identity.SecondFactor;
import jp.ishikari.link.domain.identity.StaffKeys;
import jp.ishikari.link.domain.identity.StaffMember;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The directory of staff on DynamoDB. Adding is one transaction of 4 items: token, member,
 * identity, change; changing of 3: token, member, change, and one more for each member who must
 * stand as read.
 */
public final class DynamoStaffRegister implements StaffRegister {
  private final Cloud cloud;
  private final DynamoDbTable<EnhancedDocument> staff;
  private final Revisions<StaffChange> changes;
  private final StaffKeys keys;

  public DynamoStaffRegister(Cloud cloud) {
    this.cloud = cloud;
    this.staff = Rows.of(cloud, Table.STAFF);
    this.changes = new Revisions<>(cloud, Table.STAFF_CHANGES, StaffChange.class);
    this.keys = new KmsStaffKeys(cloud);
  }

  @Override
  public List<StaffMember> all() {
    return staff.index("listed").query(keyEqualTo(Rows.key(StaffRow.LISTED))).stream()
        .flatMap(page -> page.items().stream())
        .map(StaffRow::read)
        .toList();
  }

  @Override
  public Optional<StaffMember> find(String staffId) {
    return Optional.ofNullable(staff.getItem(r -> r.key(Rows.key(staffId)).consistentRead(true)))
        .map(StaffRow::read);
  }

  @Override
  public Optional<String> holderOf(String account) {
    return Optional.ofNullable(identities().getItem(Rows.key(keys.identityOf(account))))
        .map(row -> row.getString("staffId"));
  }

  @Override
  public List<StaffChange> history(String staffId) {
    return changes.newest(staffId, Revisions.EVERY);
  }

  @Override
  public Outcome<NotSaved, StaffChange> add(
      Registration registration,
      SecondFactor factor,
      StaffChange change,
      List<Part<NotSaved>> besides,
      Idempotency token) {
    Transaction<NotSaved> transaction = begun(change, token);
    transaction.putNew(
        staff,
        StaffRow.added(change.staffId(), change.revision(), registration, factor),
        "staffId",
        taken -> new NotSaved.Overtaken());
    transaction.putNew(
        identities(),
        Rows.row()
            .putString("identity", keys.identityOf(registration.account()))
            .putString("staffId", change.staffId())
            .build(),
        "identity",
        taken -> new NotSaved.Overtaken());
    besides.forEach(transaction::add);
    return transaction.commit(change);
  }

  @Override
  public Outcome<NotSaved, StaffChange> change(
      Registration registration,
      StaffChange change,
      List<StaffMember> unchanged,
      List<Part<NotSaved>> besides,
      Idempotency token) {
    Transaction<NotSaved> transaction = begun(change, token);
    transaction.update(
        staff,
        StaffRow.registered(change.staffId(), change.revision(), registration).build(),
        revision(change.revision() - 1),
        other -> new NotSaved.Overtaken());
    for (StaffMember member : unchanged) {
      transaction.check(
          staff,
          Rows.key(member.staffId()),
          revision(member.revision()),
          other -> new NotSaved.Overtaken());
    }
    besides.forEach(transaction::add);
    return transaction.commit(change);
  }

  @Override
  public Outcome<NotSaved, StaffChange> set(
      StaffMember read, SecondFactor next, StaffChange change, Idempotency token) {
    Transaction<NotSaved> transaction = begun(change, token);
    transaction.update(
        staff,
        StaffRow.put(
                Rows.row()
                    .putString("staffId", read.staffId())
                    .putNumber("revision", change.revision()),
                next)
            .build(),
        revision(read.revision()).and(StaffRow.standing(read.factor())),
        other -> new NotSaved.Overtaken());
    return transaction.commit(change);
  }

  @Override
  public String enrolmentCode(String staffId, int issue) {
    return keys.enrolmentCode(staffId, issue);
  }

  @Override
  public Optional<NotSaved> repeated(String token, String bodyHash) {
    return new Tokens(cloud).repeated(token, bodyHash);
  }

  private Transaction<NotSaved> begun(StaffChange change, Idempotency token) {
    return changes.adding(change.staffId(), change.revision(), change, token);
  }

  private DynamoDbTable<EnhancedDocument> identities() {
    return Rows.of(cloud, Table.STAFF_IDENTITIES);
  }

  private static Expression revision(int standing) {
    return Expression.builder()
        .expression("revision = :revision")
        .putExpressionValue(":revision", AttributeValue.fromN(Integer.toString(standing)))
        .build();
  }
}
