package jp.ishikari.link.aws;

import static software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional.keyEqualTo;

import java.util.SortedMap;
import java.util.TreeMap;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Part;
import jp.ishikari.link.domain.signing.Evidence;
import jp.ishikari.link.domain.signing.EvidenceStore;
import jp.ishikari.link.domain.signing.SigningRequest;
import jp.ishikari.link.edge.Json;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;

/** What proves signatures, on DynamoDB, one row per signed version of an application. */
public final class DynamoEvidenceStore implements EvidenceStore {
  private final DynamoDbTable<EnhancedDocument> signatures;

  public DynamoEvidenceStore(Cloud cloud) {
    this.signatures = Rows.of(cloud, Table.SIGNATURES);
  }

  @Override
  public Part<NotSaved> keeping(String applicationId, int version, SigningRequest.Signed signed) {
    EnhancedDocument row =
        Rows.row()
            .putString("applicationId", applicationId)
            .putNumber("version", version)
            .putString("verifiedAt", SortableTime.of(signed.signature().verifiedAt()))
            .putString("evidence", Json.MAPPER.writeValueAsString(signed.evidence()))
            .build();
    return Items.part(
        items -> items.putNew(signatures, row, "applicationId", taken -> new NotSaved.Overtaken()));
  }

  @Override
  public SortedMap<Integer, Evidence> find(String applicationId) {
    SortedMap<Integer, Evidence> found = new TreeMap<>();
    signatures
        .query(r -> r.queryConditional(keyEqualTo(Rows.key(applicationId))).consistentRead(true))
        .items()
        .forEach(
            row ->
                found.put(
                    row.getNumber("version").intValue(),
                    Json.MAPPER.readValue(row.getString("evidence"), Evidence.class)));
    return found;
  }
}
