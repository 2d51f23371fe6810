package jp.ishikari.link.aws;

import static software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional.keyEqualTo;

import java.util.List;
import java.util.Optional;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.Division;
import jp.ishikari.link.domain.DivisionStore;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;

/** Divisions on DynamoDB. */
public final class DynamoDivisionStore implements DivisionStore {
  /** All divisions of a city are one partition of the index. */
  private static final String LISTED = "listed";

  private final DynamoDbTable<EnhancedDocument> divisions;

  public DynamoDivisionStore(Cloud cloud) {
    this.divisions = Rows.of(cloud, Table.DIVISIONS);
  }

  @Override
  public Optional<Division> find(String divisionId) {
    return Optional.ofNullable(divisions.getItem(Rows.key(divisionId)))
        .map(DynamoDivisionStore::read);
  }

  @Override
  public List<Division> all() {
    return divisions.index("listed").query(keyEqualTo(Rows.key(LISTED))).stream()
        .flatMap(page -> page.items().stream())
        .map(DynamoDivisionStore::read)
        .toList();
  }

  private static Division read(EnhancedDocument row) {
    return new Division(
        row.getString("divisionId"),
        row.getString("name"),
        row.getString("phone"),
        row.getString("counter"),
        row.isPresent("secondPerson") && row.getBoolean("secondPerson"));
  }

  @Override
  public void save(Division division) {
    divisions.putItem(
        described(division).putBoolean("secondPerson", division.secondPerson()).build());
  }

  /** What a division is, without the rules that it has set itself. */
  public static EnhancedDocument.Builder described(Division division) {
    return Rows.row()
        .putString("divisionId", division.divisionId())
        .putString("name", division.name())
        .putString("phone", division.phone())
        .putString("counter", division.counter())
        .putString("listed", LISTED);
  }

  @Override
  public void secondPerson(String divisionId, boolean needed) {
    divisions.updateItem(
        Rows.row().putString("divisionId", divisionId).putBoolean("secondPerson", needed).build());
  }
}
