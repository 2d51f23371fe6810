package jp.ishikari.link.aws;

import java.util.Map;
import java.util.Set;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.conversation.Conversation;
import jp.ishikari.link.domain.conversation.Conversations;

/** How far conversations are, on DynamoDB. */
public final class DynamoConversations implements Conversations {
  private final FacetRows<Conversation> rows;

  public DynamoConversations(Cloud cloud) {
    this.rows = rows(cloud);
  }

  /** For whoever writes them too. */
  public static FacetRows<Conversation> rows(Cloud cloud) {
    return new FacetRows<>(
        cloud,
        Table.CONVERSATIONS,
        ConversationRow.ENTRY,
        ConversationRow::read,
        Conversation::none);
  }

  @Override
  public Map<String, Conversation> ofAll(Set<String> applicationIds) {
    return rows.ofAll(applicationIds);
  }
}
