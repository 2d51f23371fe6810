package jp.ishikari.link.conversations.store;

import static software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional.keyEqualTo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.aws.ConversationRow;
import jp.ishikari.link.aws.DynamoConversations;
import jp.ishikari.link.aws.EventPart;
import jp.ishikari.link.aws.FacetRows;
import jp.ishikari.link.aws.Rows;
import jp.ishikari.link.aws.Tokens;
import jp.ishikari.link.aws.Transaction;
import jp.ishikari.link.blueprint.EventType;
import jp.ishikari.link.blueprint.Subject;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.CityEvent;
import jp.ishikari.link.domain.Idempotency;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Part;
import jp.ishikari.link.domain.conversation.Conversation;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Conversations on DynamoDB: under the application a row that says how far it is, and a row for
 * each message. A message is one transaction of 4 items (token, that row, message, event) and one
 * for each hold that begins or ends with it and for each file that comes with it.
 */
public final class DynamoMessageStore implements MessageStore {
  private static final String QUESTION = "question";

  private final Cloud cloud;
  private final DynamoDbTable<EnhancedDocument> conversations;
  private final FacetRows<Conversation> rows;

  public DynamoMessageStore(Cloud cloud) {
    this.cloud = cloud;
    this.conversations = Rows.of(cloud, Table.CONVERSATIONS);
    this.rows = DynamoConversations.rows(cloud);
  }

  @Override
  public Written of(String applicationId) {
    List<EnhancedDocument> all =
        conversations
            .query(
                r -> r.queryConditional(keyEqualTo(Rows.key(applicationId))).consistentRead(true))
            .items()
            .stream()
            .toList();
    Conversation conversation = Conversation.none(applicationId);
    List<Message> messages = new ArrayList<>();
    for (EnhancedDocument row : all) {
      if (row.getString("entry").equals(ConversationRow.ENTRY)) {
        conversation = ConversationRow.read(row);
      } else {
        messages.add(message(row));
      }
    }
    return new Written(conversation, messages);
  }

  private static Message message(EnhancedDocument row) {
    Message.Side side = Message.Side.valueOf(row.getString("side"));
    return new Message(
        row.getNumber("number").intValue(),
        side == Message.Side.APPLICANT
            ? Message.Writer.APPLICANT
            : Message.Writer.clerk(row.getString("staffId"), row.getString("staffName")),
        row.getString("text"),
        row.isPresent("files") ? row.getList("files", EnhancedType.of(String.class)) : List.of(),
        Instant.parse(row.getString("at")),
        row.isPresent("answerBy") ? LocalDate.parse(row.getString("answerBy")) : null);
  }

  @Override
  public Conversation conversation(String applicationId) {
    return new DynamoConversations(cloud).of(applicationId);
  }

  @Override
  public Outcome<NotSaved, Message> write(
      Conversation before,
      Message next,
      Conversation.Question questionAfter,
      List<Part<NotSaved>> parts,
      Idempotency token) {
    boolean byCity = next.writer().side() == Message.Side.CITY;
    EnhancedDocument.Builder row =
        rows.following(before.applicationId(), before.version())
            .putNumber("messages", next.number())
            .putNumber(byCity ? "lastOfCity" : "lastOfApplicant", next.number());
    asking(row, questionAfter);
    Transaction<NotSaved> transaction = new Transaction<>(cloud.tables());
    transaction.add(new Tokens(cloud).promising(token));
    transaction.update(
        conversations,
        row.build(),
        FacetRows.still(before.version()),
        other -> new NotSaved.Overtaken());
    transaction.putNew(
        conversations,
        row(before.applicationId(), next),
        "applicationId",
        taken -> new NotSaved.Overtaken());
    transaction.add(
        event(
            before,
            byCity
                ? EventType.CONVERSATION_WRITTEN_BY_CITY
                : EventType.CONVERSATION_WRITTEN_BY_APPLICANT,
            next.at()));
    parts.forEach(transaction::add);
    return transaction.commit(next);
  }

  private static EnhancedDocument row(String applicationId, Message message) {
    EnhancedDocument.Builder row =
        Rows.row()
            .putString("applicationId", applicationId)
            .putString("entry", "message#%06d".formatted(message.number()))
            .putNumber("number", message.number())
            .putString("side", message.writer().side().name())
            .putString("text", message.text())
            .putString("at", message.at().toString());
    if (!message.files().isEmpty()) {
      row.putList("files", message.files(), EnhancedType.of(String.class));
    }
    Rows.put(row, "staffId", message.writer().staffId());
    Rows.put(row, "staffName", message.writer().name());
    Rows.put(row, "answerBy", message.answerBy());
    return row.build();
  }

  @Override
  public Outcome<NotSaved, Conversation> withdraw(
      Conversation before, List<Part<NotSaved>> parts, Instant at, Idempotency token) {
    EnhancedDocument.Builder row = rows.following(before.applicationId(), before.version());
    asking(row, null);
    Transaction<NotSaved> transaction = new Transaction<>(cloud.tables());
    transaction.add(new Tokens(cloud).promising(token));
    transaction.update(
        conversations,
        row.build(),
        FacetRows.still(before.version()),
        other -> new NotSaved.Overtaken());
    transaction.add(event(before, EventType.CONVERSATION_QUESTION_WITHDRAWN, at));
    parts.forEach(transaction::add);
    return transaction.commit(before);
  }

  @Override
  public Outcome<NotSaved, Conversation> seenByCity(Conversation before, int upTo, Instant at) {
    Transaction<NotSaved> transaction = new Transaction<>(cloud.tables());
    transaction.update(
        conversations,
        rows.following(before.applicationId(), before.version())
            .putNumber("readByCity", upTo)
            .build(),
        FacetRows.still(before.version()),
        other -> new NotSaved.Overtaken());
    transaction.add(event(before, EventType.CONVERSATION_READ_BY_CITY, at));
    return transaction.commit(before);
  }

  @Override
  public void seenByApplicant(String applicationId, int upTo) {
    try {
      cloud
          .dynamoDb()
          .updateItem(
              r ->
                  r.tableName(conversations.tableName())
                      .key(
                          Map.of(
                              "applicationId", AttributeValue.fromS(applicationId),
                              "entry", AttributeValue.fromS(ConversationRow.ENTRY)))
                      .updateExpression("SET readByApplicant = :upTo")
                      .conditionExpression(
                          "messages >= :upTo AND"
                              + " (attribute_not_exists(readByApplicant)"
                              + " OR readByApplicant < :upTo)")
                      .expressionAttributeValues(Map.of(":upTo", number(upTo))));
    } catch (ConditionalCheckFailedException farther) {
      // Read before, or nothing of that number was written: there is nothing to remember.
    }
  }

  @Override
  public Optional<NotSaved> repeated(String token, String bodyHash) {
    return new Tokens(cloud).repeated(token, bodyHash);
  }

  /** No attribute is taken away by a row's update, so that none is asked stands as a number too. */
  private static void asking(EnhancedDocument.Builder row, Conversation.Question questionAfter) {
    row.putNumber(QUESTION, questionAfter == null ? 0 : questionAfter.message());
    if (questionAfter != null) {
      row.putString("answerBy", questionAfter.answerBy().toString());
    }
  }

  private static AttributeValue number(int value) {
    return AttributeValue.fromN(Integer.toString(value));
  }

  private Part<NotSaved> event(Conversation before, EventType type, Instant at) {
    return new EventPart(cloud)
        .of(
            new CityEvent(
                Subject.CONVERSATION.of(before.applicationId()),
                before.version() + 1,
                type,
                at,
                before.applicationId(),
                Map.of()));
  }
}
