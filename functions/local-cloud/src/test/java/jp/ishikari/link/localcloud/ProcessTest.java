package jp.ishikari.link.localcloud;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import jp.ishikari.link.localcloud.Settings.Port;
import jp.ishikari.link.localcloud.wire.Json;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** How the process begins and ends. */
class ProcessTest {
  @TempDir Path data;

  @Nested
  class Ends {
    @Test
    void killedInTheMiddleItLeavesNoChildAndLosesNothing() throws Exception {
      var ports = RunningCloud.freePorts();
      var first = RunningCloud.start(data, ports);
      var keys = get(first, "staffIdp", "/oauth2/jwks");
      var state = new State(first);
      state.write();
      assertTrue(
          Files.size(data.resolve("dynamodb/shared-local-instance.db-wal")) > 0,
          "the tables' journal is written ahead");
      var children = first.engines().descendants().toList();
      assertEquals(1, children.size());
      first.engines().destroyForcibly();
      awaitEnd(first.engines());
      children.forEach(ProcessTest::awaitEnd);

      try (var second = RunningCloud.start(data, ports)) {
        new State(second).readWhatTheFirstWrote(state);
        assertEquals(keys, get(second, "staffIdp", "/oauth2/jwks"));
        assertOwnerOnly();
      }
    }

    @Test
    void itEndsWithItsParentThoughStandardInputStaysOpen() throws Exception {
      var command = RunningCloud.command(data, RunningCloud.freePorts(), "--ignore-stdin");
      var quoted = command.stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
      // The colon after the command keeps the shell from becoming the command.
      var shell = new ProcessBuilder("sh", "-c", quoted + "; :").start();
      var cloud = RunningCloud.await(shell, data);
      var engines = cloud.engines();
      var children = engines.descendants().toList();
      shell.destroyForcibly().waitFor();
      awaitEnd(engines);
      children.forEach(ProcessTest::awaitEnd);
    }

    private void assertOwnerOnly() throws Exception {
      try (var files = Files.list(data.resolve("kms"))) {
        for (var file : files.toList()) {
          assertEquals(
              "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
      }
    }
  }

  @Nested
  class DoesNotBegin {
    @Test
    void aTakenPortIsNamedInOneSentenceWithTheFlagThatChangesIt() throws Exception {
      var ports = RunningCloud.freePorts();
      try (var taken = new ServerSocket(ports.get(Port.KMS))) {
        var process = new ProcessBuilder(RunningCloud.command(data, ports)).start();
        var errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(2, process.waitFor());
        assertEquals(
            "The port "
                + taken.getLocalPort()
                + " is taken by another program; choose another with --kms-port."
                + System.lineSeparator(),
            errors);
      }
    }
  }

  private static void awaitEnd(ProcessHandle process) {
    assertDoesNotThrow(() -> process.onExit().get(15, TimeUnit.SECONDS));
    assertFalse(process.isAlive());
  }

  private static String get(RunningCloud cloud, String engine, String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(cloud.at(engine).resolve(path)).build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }

  /** Something kept in every engine. */
  private static final class State {
    private static final int MESSAGES = 100;

    private final RunningCloud cloud;
    private final DynamoDbClient db;
    private final SqsClient sqs;
    private final SnsClient sns;
    private final S3Client s3;
    private final KmsClient kms;
    private SdkBytes sealed;
    private String topic;

    State(RunningCloud cloud) {
      this.cloud = cloud;
      db = cloud.client(DynamoDbClient.builder(), "dynamodb");
      sqs = cloud.client(SqsClient.builder(), "sqs");
      sns = cloud.client(SnsClient.builder(), "sns");
      s3 = cloud.client(S3Client.builder().forcePathStyle(true), "s3");
      kms = cloud.client(KmsClient.builder(), "kms");
    }

    void write() {
      db.createTable(
          r ->
              r.tableName("kept")
                  .billingMode(BillingMode.PAY_PER_REQUEST)
                  .attributeDefinitions(
                      AttributeDefinition.builder()
                          .attributeName("pk")
                          .attributeType(ScalarAttributeType.S)
                          .build())
                  .keySchema(
                      KeySchemaElement.builder()
                          .attributeName("pk")
                          .keyType(KeyType.HASH)
                          .build()));
      s3.createBucket(r -> r.bucket("kept"));
      s3.putObject(r -> r.bucket("kept").key("k"), RequestBody.fromString("kept"));
      sealed =
          kms.encrypt(r -> r.keyId("alias/kept").plaintext(SdkBytes.fromUtf8String("kept")))
              .ciphertextBlob();
      var queue = sqs.createQueue(r -> r.queueName("kept")).queueUrl();
      var arn =
          sqs.getQueueAttributes(
                  r -> r.queueUrl(queue).attributeNames(QueueAttributeName.QUEUE_ARN))
              .attributes()
              .get(QueueAttributeName.QUEUE_ARN);
      topic = sns.createTopic(r -> r.name("kept")).topicArn();
      sns.subscribe(
          r ->
              r.topicArn(topic)
                  .protocol("sqs")
                  .endpoint(arn)
                  .attributes(Map.of("RawMessageDelivery", "true")));
      // Last, with nothing after them that would give an engine time to write.
      sns.publish(r -> r.phoneNumber("+819000000000").message("kept"));
      db.putItem(r -> r.tableName("kept").item(Map.of("pk", AttributeValue.fromS("kept"))));
      try (var senders = Executors.newFixedThreadPool(8)) {
        for (var i = 0; i < MESSAGES; i++) {
          var number = i;
          senders.submit(() -> sns.publish(r -> r.topicArn(topic).message("kept-" + number)));
        }
      }
    }

    void readWhatTheFirstWrote(State first) throws Exception {
      assertTrue(
          db.getItem(r -> r.tableName("kept").key(Map.of("pk", AttributeValue.fromS("kept"))))
              .hasItem());
      assertEquals("kept", s3.getObjectAsBytes(r -> r.bucket("kept").key("k")).asUtf8String());
      assertEquals(
          "kept", kms.decrypt(r -> r.ciphertextBlob(first.sealed)).plaintext().asUtf8String());
      var queue = sqs.getQueueUrl(r -> r.queueName("kept")).queueUrl();
      sns.publish(r -> r.topicArn(first.topic).message("after"));
      var bodies = new TreeSet<String>();
      while (true) {
        var batch = sqs.receiveMessage(r -> r.queueUrl(queue).maxNumberOfMessages(10)).messages();
        if (batch.isEmpty()) {
          break;
        }
        batch.forEach(message -> bodies.add(message.body()));
      }
      assertTrue(bodies.contains("after"));
      assertEquals(MESSAGES + 1, bodies.size());
      var inbox = Json.read(get(cloud, "mail", "/inbox.json"));
      assertEquals("kept", inbox.get(0).get("text").stringValue());
    }
  }
}
