package jp.ishikari.link.aws;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.conversation.Conversation;
import jp.ishikari.link.domain.conversation.Conversations;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.enhanced.dynamodb.model.ReadBatch;

/** How far conversations are, on DynamoDB: one small row each, a hundred with one read. */
public final class DynamoConversations implements Conversations {
  /** What one read takes. */
  private static final int AT_ONCE = 100;

  private final Cloud cloud;
  private final DynamoDbTable<EnhancedDocument> conversations;

  public DynamoConversations(Cloud cloud) {
    this.cloud = cloud;
    this.conversations = Rows.of(cloud, Table.CONVERSATIONS);
  }

  @Override
  public Map<String, Conversation> ofAll(Set<String> applicationIds) {
    Map<String, Conversation> found = new HashMap<>();
    applicationIds.forEach(id -> found.put(id, Conversation.none(id)));
    List<String> ids = List.copyOf(applicationIds);
    for (int from = 0; from < ids.size(); from += AT_ONCE) {
      read(ids.subList(from, Math.min(ids.size(), from + AT_ONCE)), found);
    }
    return found;
  }

  private void read(List<String> ids, Map<String, Conversation> found) {
    ReadBatch.Builder<EnhancedDocument> batch =
        ReadBatch.builder(EnhancedDocument.class).mappedTableResource(conversations);
    ids.forEach(
        id ->
            batch.addGetItem(r -> r.key(Rows.key(id, ConversationRow.ENTRY)).consistentRead(true)));
    cloud
        .tables()
        .batchGetItem(r -> r.readBatches(batch.build()))
        .resultsForTable(conversations)
        .forEach(
            row -> {
              Conversation one = ConversationRow.read(row);
              found.put(one.applicationId(), one);
            });
  }
}
