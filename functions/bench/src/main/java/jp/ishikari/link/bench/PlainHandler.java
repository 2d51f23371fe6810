package jp.ishikari.link.bench;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverterProvider;
import software.amazon.awssdk.enhanced.dynamodb.AttributeValueType;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableMetadata;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactWriteItemsEnhancedRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.MacAlgorithmSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The floor of the cold start: the same clients, the same reads and the same number of items in one
 * transaction as a submit, and nothing else: no Spring, no Powertools, no checks, no form. It keeps
 * no promise; never deploy it.
 */
public final class PlainHandler implements RequestStreamHandler {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final List<AttributeConverterProvider> CONVERTERS =
      List.of(AttributeConverterProvider.defaultProvider());

  private final DynamoDbEnhancedClient client =
      DynamoDbEnhancedClient.builder()
          .dynamoDbClient(
              DynamoDbClient.builder().httpClient(UrlConnectionHttpClient.create()).build())
          .build();
  private final KmsClient keys =
      KmsClient.builder().httpClient(UrlConnectionHttpClient.create()).build();

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    JsonNode event = JSON.readTree(input);
    JsonNode body = JSON.readTree(event.get("body").stringValue());
    String id = UUID.randomUUID().toString();
    table("PROCEDURES", "procedureId", "version")
        .query(
            q ->
                q.queryConditional(
                        QueryConditional.keyEqualTo(
                            Key.builder()
                                .partitionValue(body.get("procedureId").stringValue())
                                .build()))
                    .scanIndexForward(false)
                    .consistentRead(true)
                    .limit(1))
        .stream()
        .findFirst();
    for (int year = 2026; year <= 2027; year++) {
      int of = year;
      numbered("CALENDAR", "year").getItem(r -> r.key(k -> k.partitionValue(of)));
    }
    byte[] mac =
        keys.generateMac(
                r ->
                    r.keyId(System.getenv("KEY_PEOPLE_INDEX"))
                        .macAlgorithm(MacAlgorithmSpec.HMAC_SHA_256)
                        .message(SdkBytes.fromUtf8String("v1")))
            .mac()
            .asByteArray();
    TransactWriteItemsEnhancedRequest.Builder items =
        TransactWriteItemsEnhancedRequest.builder()
            .addPutItem(
                table("TOKENS", "token", null), row(Map.of("token", id, "answer", body.toString())))
            .addPutItem(table("RECEIPTS", "receiptNumber", null), row(Map.of("receiptNumber", id)))
            .addPutItem(
                table("APPLICATIONS", "applicationId", null),
                row(Map.of("applicationId", id, "answers", body.get("answers").toString())))
            .addPutItem(
                table("EVENTS", "applicationId", "version"),
                row(Map.of("applicationId", id)).toBuilder().putNumber("version", 1).build());
    for (int term = 0; term < 5; term++) {
      items.addPutItem(
          table("PEOPLE", "term", null, "applicationId"),
          row(Map.of("term", term + Arrays.hashCode(mac) + id, "applicationId", id)));
    }
    client.transactWriteItems(items.build());
    output.write(JSON.writeValueAsBytes(Map.of("statusCode", 201, "body", id)));
  }

  private static EnhancedDocument row(Map<String, String> texts) {
    EnhancedDocument.Builder row =
        EnhancedDocument.builder().attributeConverterProviders(CONVERTERS);
    texts.forEach(row::putString);
    return row.build();
  }

  private DynamoDbTable<EnhancedDocument> table(String name, String key, String number) {
    return table(name, key, number, null);
  }

  private DynamoDbTable<EnhancedDocument> table(
      String name, String key, String number, String text) {
    var schema =
        TableSchema.documentSchemaBuilder()
            .attributeConverterProviders(CONVERTERS)
            .addIndexPartitionKey(TableMetadata.primaryIndexName(), key, AttributeValueType.S);
    if (number != null) {
      schema.addIndexSortKey(TableMetadata.primaryIndexName(), number, AttributeValueType.N);
    }
    if (text != null) {
      schema.addIndexSortKey(TableMetadata.primaryIndexName(), text, AttributeValueType.S);
    }
    return client.table(System.getenv("TABLE_" + name), schema.build());
  }

  private DynamoDbTable<EnhancedDocument> numbered(String name, String key) {
    return client.table(
        System.getenv("TABLE_" + name),
        TableSchema.documentSchemaBuilder()
            .attributeConverterProviders(CONVERTERS)
            .addIndexPartitionKey(TableMetadata.primaryIndexName(), key, AttributeValueType.N)
            .build());
  }
}
