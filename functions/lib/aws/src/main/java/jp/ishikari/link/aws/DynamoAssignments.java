package jp.ishikari.link.aws;

import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.assignment.Assignment;
import jp.ishikari.link.domain.assignment.Assignments;
import jp.ishikari.link.edge.Json;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;

/** Who works on which case, on DynamoDB. */
public final class DynamoAssignments implements Assignments {
  /** Sort key of the row; those of notes are other words. */
  public static final String ENTRY = "assignment";

  private final FacetRows<Assignment> rows;

  public DynamoAssignments(Cloud cloud) {
    this.rows = rows(cloud);
  }

  /** For whoever writes them too. */
  public static FacetRows<Assignment> rows(Cloud cloud) {
    return new FacetRows<>(
        cloud, Table.ASSIGNMENTS, ENTRY, DynamoAssignments::read, Assignment::none);
  }

  @Override
  public Map<String, Assignment> ofAll(Set<String> applicationIds) {
    return rows.ofAll(applicationIds);
  }

  public static Assignment read(EnhancedDocument row) {
    String staffId = row.getString("staffId");
    return new Assignment(
        row.getString("applicationId"),
        row.getNumber("version").intValue(),
        staffId.isEmpty() ? null : new Assignment.Assignee(staffId, row.getString("staffName")),
        List.of(Json.MAPPER.readValue(row.getString("labels"), String[].class)),
        row.getNumber("notes").intValue());
  }
}
