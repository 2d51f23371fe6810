package jp.ishikari.link.aws;

import static software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional.keyEqualTo;

import java.util.List;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.EarlierAnswers;
import jp.ishikari.link.domain.EarlierAnswersStore;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Part;
import jp.ishikari.link.edge.Json;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;

/** What was answered before corrections on DynamoDB, one row per corrected version. */
public final class DynamoEarlierAnswersStore implements EarlierAnswersStore {
  private final DynamoDbTable<EnhancedDocument> answers;

  public DynamoEarlierAnswersStore(Cloud cloud) {
    this.answers = Rows.of(cloud, Table.EARLIER_ANSWERS);
  }

  @Override
  public Part<NotSaved> keeping(EarlierAnswers earlier) {
    EnhancedDocument row =
        Rows.row()
            .putString("applicationId", earlier.applicationId())
            .putNumber("version", earlier.version())
            .putString("content", Json.MAPPER.writeValueAsString(earlier))
            .build();
    return Items.part(
        items -> items.putNew(answers, row, "applicationId", kept -> new NotSaved.Overtaken()));
  }

  @Override
  public List<EarlierAnswers> of(String applicationId) {
    return answers
        .query(
            r ->
                r.queryConditional(keyEqualTo(Rows.key(applicationId)))
                    .consistentRead(true)
                    .scanIndexForward(false)
                    .limit(SHOWN))
        .items()
        .stream()
        .limit(SHOWN)
        .map(row -> Json.MAPPER.readValue(row.getString("content"), EarlierAnswers.class))
        .toList();
  }
}
