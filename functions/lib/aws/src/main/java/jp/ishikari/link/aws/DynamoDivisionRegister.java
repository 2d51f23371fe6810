package jp.ishikari.link.aws;

import java.util.List;
import java.util.Optional;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.Division;
import jp.ishikari.link.domain.DivisionChange;
import jp.ishikari.link.domain.DivisionRegister;
import jp.ishikari.link.domain.Idempotency;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.PublicationRule;
import software.amazon.awssdk.enhanced.dynamodb.Expression;

/** Changes of divisions on DynamoDB. A save is one transaction of 3 items: token, change, row. */
public final class DynamoDivisionRegister implements DivisionRegister {
  /** Changes of all divisions are one partition. */
  private static final String CITY = "city";

  private final Cloud cloud;
  private final Revisions<DivisionChange> changes;

  public DynamoDivisionRegister(Cloud cloud) {
    this.cloud = cloud;
    this.changes = new Revisions<>(cloud, Table.DIVISION_CHANGES, DivisionChange.class);
  }

  @Override
  public List<DivisionChange> history(int most) {
    return changes.newest(CITY, most);
  }

  @Override
  public Outcome<NotSaved, DivisionChange> save(
      Division division, boolean added, DivisionChange change, Idempotency token) {
    Transaction<NotSaved> transaction = changes.adding(CITY, change.revision(), change, token);
    transaction.update(
        Rows.of(cloud, Table.DIVISIONS),
        DynamoDivisionStore.described(division).build(),
        Expression.builder()
            .expression(added ? "attribute_not_exists(divisionId)" : "attribute_exists(divisionId)")
            .build(),
        other -> new NotSaved.Overtaken());
    return transaction.commit(change);
  }

  @Override
  public Outcome<NotSaved, DivisionChange> rule(
      PublicationRule before, PublicationRule after, DivisionChange change, Idempotency token) {
    Transaction<NotSaved> transaction = changes.adding(CITY, change.revision(), change, token);
    transaction.update(
        Rows.of(cloud, Table.DIVISIONS),
        DynamoDivisionStore.ruled(change.divisionId(), after),
        DynamoDivisionStore.standing(before),
        other -> new NotSaved.Overtaken());
    return transaction.commit(change);
  }

  @Override
  public Optional<NotSaved> repeated(String token, String bodyHash) {
    return new Tokens(cloud).repeated(token, bodyHash);
  }
}
