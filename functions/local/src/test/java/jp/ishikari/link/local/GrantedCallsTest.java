package jp.ishikari.link.local;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.ishikari.link.blueprint.Bucket;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Filling;
import jp.ishikari.link.blueprint.Grant;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Queue;
import jp.ishikari.link.blueprint.Table;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SqsException;

class GrantedCallsTest {
  private static final Map<String, AttributeValue> ROW = Map.of("a", AttributeValue.fromS("a"));

  @ParameterizedTest
  @EnumSource(Entry.class)
  void allowsExactlyTheActionsThatTheBlueprintGrants(Entry entry) {
    Map<String, Set<String>> granted = new HashMap<>();
    entry
        .grants()
        .forEach(
            grant ->
                grant
                    .uses()
                    .forEach(
                        use ->
                            granted
                                .computeIfAbsent(
                                    EntryCloud.physical(grant.resource()), r -> new HashSet<>())
                                .addAll(use.actions())));
    assertEquals(granted, new GrantedCalls(entry, EntryCloud::physical).allowed());
  }

  @Nested
  class Allowed {
    @Test
    void whatTheEntryIsGranted() {
      assertDoesNotThrow(
          () ->
              call(
                  Entry.APPLICATIONS_RESIDENT,
                  GetItemRequest.builder()
                      .tableName(Names.physical(Table.APPLICATIONS))
                      .key(ROW)
                      .build()));
      assertDoesNotThrow(() -> call(Entry.NOTICES_CITY_EVENTS, SendEmailRequest.builder().build()));
    }

    @Test
    void aCopyFromOneBucketIntoAnotherHoweverTheClientWritesIt() {
      String from = Names.physical(Bucket.UPLOADS);
      CopyObjectRequest.Builder copy =
          CopyObjectRequest.builder()
              .destinationBucket(Names.physical(Bucket.FILES))
              .destinationKey("a");
      CopyObjectRequest apart = copy.copy().sourceBucket(from).sourceKey("a").build();
      CopyObjectRequest together = copy.copy().copySource(from + "/a").build();
      for (CopyObjectRequest one : List.of(apart, together)) {
        assertDoesNotThrow(() -> call(Entry.ATTACHMENTS_VERDICTS, one));
        refused(Entry.ATTACHMENTS_STAFF, one);
      }
    }
  }

  @Nested
  class Refused {
    @Test
    void aTableThatIsNotGranted() {
      refused(
          Entry.APPLICATIONS_RESIDENT,
          GetItemRequest.builder().tableName(Names.physical(Table.STAFF)).key(ROW).build());
    }

    @Test
    void aScanWhereItIsNotGranted() {
      for (Entry entry : Entry.values()) {
        for (Table table : Table.values()) {
          boolean granted =
              entry.grants().stream()
                  .anyMatch(
                      grant -> grant.resource() == table && grant.uses().contains(Grant.Use.SCAN));
          if (!granted) {
            refused(entry, ScanRequest.builder().tableName(Names.physical(table)).build());
          }
        }
      }
    }

    @Test
    void oneUndeclaredItemInsideATransaction() {
      refused(
          Entry.CASEWORK_STAFF,
          TransactWriteItemsRequest.builder()
              .transactItems(put(Table.APPLICATIONS), put(Table.EVENTS), put(Table.ACCOUNTS))
              .build());
    }

    @Test
    void oneUndeclaredTableInsideABatch() {
      refused(
          Entry.CASEWORK_STAFF,
          BatchGetItemRequest.builder()
              .requestItems(
                  Map.of(
                      Names.physical(Table.APPLICATIONS),
                      KeysAndAttributes.builder().keys(ROW).build(),
                      Names.physical(Table.ACCOUNTS),
                      KeysAndAttributes.builder().keys(ROW).build()))
              .build());
    }

    @Test
    void mailAndTopicsForEntriesThatHaveNone() {
      refused(Entry.APPLICATIONS_RESIDENT, SendEmailRequest.builder().build());
      refused(
          Entry.APPLICATIONS_RESIDENT,
          PublishRequest.builder()
              .topicArn(EntryCloud.topicArn(jp.ishikari.link.blueprint.Topic.CITY_EVENTS))
              .build());
    }
  }

  @Nested
  class Jobs {
    private static final String URL = "http://127.0.0.1:1/000000000000/";

    @Test
    void nobodySendsToAQueueThatSomethingElseFills() {
      for (Entry entry : Entry.values()) {
        for (Queue queue : Queue.values()) {
          if (!(queue.filling() instanceof Filling.Jobs)) {
            refused(entry, send(queue));
            refused(entry, sendBatch(queue));
          }
        }
      }
    }

    @Test
    void whoeverIsGrantedAQueueSendsToItAndToNoOther() {
      GrantedCalls granted =
          new GrantedCalls(
              "sender",
              List.of(new Grant(Queue.NOTICES, Set.of(Grant.Use.SEND))),
              EntryCloud::physical);
      for (SdkRequest request : List.of(send(Queue.NOTICES), sendBatch(Queue.NOTICES))) {
        assertDoesNotThrow(() -> granted.beforeExecution(() -> request, new ExecutionAttributes()));
      }
      for (SdkRequest request :
          List.of(send(Queue.MAIL_FEEDBACK), sendBatch(Queue.MAIL_FEEDBACK))) {
        assertThrows(
            SqsException.class,
            () -> granted.beforeExecution(() -> request, new ExecutionAttributes()));
      }
    }

    private static SdkRequest send(Queue queue) {
      return SendMessageRequest.builder()
          .queueUrl(URL + Names.physical(queue))
          .messageBody("{}")
          .build();
    }

    private static SdkRequest sendBatch(Queue queue) {
      return SendMessageBatchRequest.builder().queueUrl(URL + Names.physical(queue)).build();
    }
  }

  private static TransactWriteItem put(Table table) {
    return TransactWriteItem.builder()
        .put(Put.builder().tableName(Names.physical(table)).item(ROW).build())
        .build();
  }

  private static void refused(Entry entry, SdkRequest request) {
    AwsServiceException denied =
        assertThrows(AwsServiceException.class, () -> call(entry, request), entry + " " + request);
    String service = request.getClass().getPackageName();
    assertEquals(service, denied.getClass().getPackageName());
    assertEquals("AccessDeniedException", denied.awsErrorDetails().errorCode());
  }

  private static void call(Entry entry, SdkRequest request) {
    new GrantedCalls(entry, EntryCloud::physical)
        .beforeExecution(() -> request, new ExecutionAttributes());
  }
}
