package jp.ishikari.link.aws;

import static software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional.keyEqualTo;

import java.util.List;
import java.util.Optional;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.Division;
import jp.ishikari.link.domain.DivisionStore;
import jp.ishikari.link.domain.PublicationRule;
import jp.ishikari.link.edge.Json;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Divisions on DynamoDB. */
public final class DynamoDivisionStore implements DivisionStore {
  /** All divisions of a city are one partition of the index. */
  private static final String LISTED = "listed";

  private static final String LIFTING = "lifting";

  /** Nobody has asked that the rule be lifted. */
  private static final String NOBODY = "nobody";

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
  public Optional<PublicationRule> rule(String divisionId) {
    return Optional.ofNullable(
            divisions.getItem(r -> r.key(Rows.key(divisionId)).consistentRead(true)))
        .map(
            row ->
                new PublicationRule(
                    read(row).secondPerson(),
                    row.isPresent(LIFTING) && !row.getString(LIFTING).equals(NOBODY)
                        ? Json.MAPPER.readValue(
                            row.getString(LIFTING), PublicationRule.Lifting.class)
                        : null));
  }

  /** What {@link #rule} reads. */
  static EnhancedDocument ruled(String divisionId, PublicationRule rule) {
    return Rows.row()
        .putString("divisionId", divisionId)
        .putBoolean("secondPerson", rule.secondPerson())
        .putString(LIFTING, lifting(rule))
        .build();
  }

  /** That this rule stands, for a division that may have set none yet. */
  static Expression standing(PublicationRule rule) {
    String unset = rule.secondPerson() ? "" : " OR attribute_not_exists(secondPerson)";
    String asked = rule.liftingOrNull() == null ? " OR attribute_not_exists(lifting)" : "";
    return Expression.builder()
        .expression(
            "attribute_exists(divisionId) AND (secondPerson = :needed"
                + unset
                + ") AND (lifting = :lifting"
                + asked
                + ")")
        .putExpressionValue(":needed", AttributeValue.fromBool(rule.secondPerson()))
        .putExpressionValue(":lifting", AttributeValue.fromS(lifting(rule)))
        .build();
  }

  private static String lifting(PublicationRule rule) {
    return rule.lifting().map(Json.MAPPER::writeValueAsString).orElse(NOBODY);
  }
}
