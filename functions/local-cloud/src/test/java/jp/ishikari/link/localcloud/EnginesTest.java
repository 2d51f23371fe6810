package jp.ishikari.link.localcloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jp.ishikari.link.localcloud.wire.Json;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DataKeySpec;
import software.amazon.awssdk.services.kms.model.InvalidCiphertextException;
import software.amazon.awssdk.services.kms.model.InvalidKeyUsageException;
import software.amazon.awssdk.services.kms.model.KmsInvalidMacException;
import software.amazon.awssdk.services.kms.model.MacAlgorithmSpec;
import software.amazon.awssdk.services.kms.model.MessageType;
import software.amazon.awssdk.services.kms.model.NotFoundException;
import software.amazon.awssdk.services.kms.model.SigningAlgorithmSpec;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.BadRequestException;
import software.amazon.awssdk.services.sesv2.model.MessageHeader;
import software.amazon.awssdk.services.sesv2.model.MessageTag;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.InternalErrorException;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The engines, asked by the same SDK that asks AWS. */
class EnginesTest {
  /** U+FA19, U+20BB7, and U+8FBB with a variation selector: all must come back unchanged. */
  private static final String NAMES = "\uFA19谷 \uD842\uDFB7田 辻\uDB40\uDD00 <&\"'>";

  private static RunningCloud cloud;

  @BeforeAll
  static void start() throws Exception {
    cloud = RunningCloud.shared();
  }

  private static String unique(String name) {
    return name + "-" + UUID.randomUUID();
  }

  /** An engine believes whoever reaches it, so nobody else on the network may. */
  @Test
  void nothingAnswersOnAnotherAddressThanTheLoopback() throws IOException {
    List<InetAddress> others = new ArrayList<>();
    // A second loopback address stands in for those of a network where there is none.
    others.add(InetAddress.getByName("127.0.0.2"));
    for (NetworkInterface network : NetworkInterface.networkInterfaces().toList()) {
      network.inetAddresses().filter(address -> !address.isLoopbackAddress()).forEach(others::add);
    }
    assertTrue(cloud.addresses().size() >= Settings.Port.values().length, "every engine is asked");
    for (URI engine : cloud.addresses()) {
      for (InetAddress other : others) {
        InetSocketAddress there = new InetSocketAddress(other, engine.getPort());
        try (Socket socket = new Socket()) {
          assertThrows(IOException.class, () -> socket.connect(there, 5_000), there::toString);
        }
      }
    }
  }

  @Nested
  class DynamoDb {
    @Test
    void aTransactionIsWholeOrNothingAndItsRowsAppearInTheStream() {
      var table = unique("table");
      var db = cloud.client(DynamoDbClient.builder(), "dynamodb");
      var stream =
          db.createTable(
                  request ->
                      request
                          .tableName(table)
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
                                  .build())
                          .streamSpecification(
                              s ->
                                  s.streamEnabled(true)
                                      .streamViewType(StreamViewType.NEW_AND_OLD_IMAGES)))
              .tableDescription()
              .latestStreamArn();
      putBoth(db, table, "one", "two");
      var refused =
          assertThrows(
              TransactionCanceledException.class, () -> putBoth(db, table, "three", "two"));
      assertEquals(
          List.of("None", "ConditionalCheckFailed"),
          refused.cancellationReasons().stream().map(reason -> reason.code()).toList());
      assertFalse(
          db.getItem(r -> r.tableName(table).key(Map.of("pk", AttributeValue.fromS("three"))))
              .hasItem());

      var streams = cloud.client(DynamoDbStreamsClient.builder(), "dynamodb");
      var shard =
          streams.describeStream(r -> r.streamArn(stream)).streamDescription().shards().getFirst();
      var iterator =
          streams
              .getShardIterator(
                  r ->
                      r.streamArn(stream)
                          .shardId(shard.shardId())
                          .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
              .shardIterator();
      var records = streams.getRecords(r -> r.shardIterator(iterator)).records();
      assertEquals(
          List.of(OperationType.INSERT, OperationType.INSERT),
          records.stream().map(record -> record.eventName()).toList());
      assertEquals(NAMES, records.getFirst().dynamodb().newImage().get("name").s());
    }

    private void putBoth(DynamoDbClient db, String table, String one, String two) {
      db.transactWriteItems(
          transaction ->
              transaction.transactItems(
                  TransactWriteItem.builder()
                      .put(put -> put.tableName(table).item(item(one)))
                      .build(),
                  TransactWriteItem.builder()
                      .put(
                          put ->
                              put.tableName(table)
                                  .item(item(two))
                                  .conditionExpression("attribute_not_exists(pk)"))
                      .build()));
    }

    private Map<String, AttributeValue> item(String key) {
      return Map.of("pk", AttributeValue.fromS(key), "name", AttributeValue.fromS(NAMES));
    }
  }

  @Nested
  class Sqs {
    @Test
    void aMessageThatFailsTooOftenGoesToTheDeadLetterQueue() {
      var sqs = cloud.client(SqsClient.builder(), "sqs");
      var dead = createQueue(sqs, "dead", Map.of());
      var arn = arn(sqs, dead);
      var queue =
          createQueue(
              sqs,
              "work",
              Map.of(
                  QueueAttributeName.VISIBILITY_TIMEOUT,
                  "0",
                  QueueAttributeName.REDRIVE_POLICY,
                  "{\"deadLetterTargetArn\":\"" + arn + "\",\"maxReceiveCount\":2}"));
      sqs.sendMessage(request -> request.queueUrl(queue).messageBody(NAMES));
      receive(sqs, queue, 0);
      receive(sqs, queue, 0);
      receive(sqs, queue, 0);
      assertEquals(NAMES, receive(sqs, dead, 10).getFirst().body());
    }

    /**
     * On more than one thread it met, rarely, half a receipt: whoever sent that message waited for
     * 21 seconds, and no message of any queue was kept from then on.
     */
    @Test
    void writesMessagesDownOnTheThreadThatChangesThemWhileTheyAreSentAndReceived()
        throws Exception {
      var sqs = cloud.client(SqsClient.builder(), "sqs");
      var queue = createQueue(sqs, "busy", Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "0"));
      var calls = new ArrayList<Future<?>>();
      try (var people = Executors.newFixedThreadPool(8)) {
        for (var i = 0; i < 200; i++) {
          calls.add(
              people.submit(() -> sqs.sendMessage(r -> r.queueUrl(queue).messageBody(NAMES))));
          calls.add(people.submit(() -> receive(sqs, queue, 0)));
        }
      }
      for (var call : calls) {
        call.get();
      }
      assertEquals(1, cloud.threads("elasticmq-pekko.actor.default-dispatcher"));
    }
  }

  private static String createQueue(
      SqsClient sqs, String name, Map<QueueAttributeName, String> attributes) {
    return sqs.createQueue(r -> r.queueName(unique(name)).attributes(attributes)).queueUrl();
  }

  private static String arn(SqsClient sqs, String queue) {
    return sqs.getQueueAttributes(
            r -> r.queueUrl(queue).attributeNames(QueueAttributeName.QUEUE_ARN))
        .attributes()
        .get(QueueAttributeName.QUEUE_ARN);
  }

  private static List<Message> receive(SqsClient sqs, String queue, int seconds) {
    return sqs.receiveMessage(
            r ->
                r.queueUrl(queue)
                    .waitTimeSeconds(seconds)
                    .maxNumberOfMessages(10)
                    .messageAttributeNames("All"))
        .messages();
  }

  @Nested
  class S3 {
    @Test
    void anObjectComesBackWithItsTypeAndOnlyForTheRightSecret() {
      var s3 = cloud.client(S3Client.builder().forcePathStyle(true), "s3");
      var bucket = unique("bucket");
      s3.createBucket(request -> request.bucket(bucket));
      s3.putObject(
          request -> request.bucket(bucket).key("a/写し.txt").contentType("text/plain"),
          RequestBody.fromString(NAMES));
      var object = s3.getObjectAsBytes(request -> request.bucket(bucket).key("a/写し.txt"));
      assertEquals(NAMES, object.asUtf8String());
      assertEquals("text/plain", object.response().contentType());

      var stranger = cloud.client(S3Client.builder().forcePathStyle(true), "s3", "wrong-secret");
      var refused =
          assertThrows(
              S3Exception.class,
              () -> stranger.getObject(request -> request.bucket(bucket).key("a/写し.txt")));
      assertEquals(403, refused.statusCode());
    }

    @Test
    void aBrowserOnThePortalMayUploadAndOneElsewhereMayNot() throws Exception {
      var bucket = unique("bucket");
      cloud
          .client(S3Client.builder().forcePathStyle(true), "s3")
          .createBucket(request -> request.bucket(bucket));
      var portal = RunningCloud.ClientKeys.portal().origin();
      var allowed = preflight(bucket, portal);
      assertEquals(200, allowed.statusCode());
      assertEquals(
          portal, allowed.headers().firstValue("Access-Control-Allow-Origin").orElseThrow());
      assertEquals(403, preflight(bucket, "http://elsewhere.example").statusCode());
    }

    private HttpResponse<String> preflight(String bucket, String origin) throws Exception {
      return HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(cloud.at("s3").resolve("/" + bucket + "/key"))
                  .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                  .header("Origin", origin)
                  .header("Access-Control-Request-Method", "PUT")
                  .header("Access-Control-Request-Headers", "content-type")
                  .build(),
              HttpResponse.BodyHandlers.ofString());
    }
  }

  @Nested
  class Sns {
    private final SnsClient sns = cloud.client(SnsClient.builder(), "sns");
    private final SqsClient sqs = cloud.client(SqsClient.builder(), "sqs");
    private final String topic = sns.createTopic(r -> r.name(unique("topic"))).topicArn();

    private String subscribe(Map<String, String> attributes) {
      var queue = createQueue(sqs, "queue", Map.of());
      sns.subscribe(
          r -> r.topicArn(topic).protocol("sqs").endpoint(arn(sqs, queue)).attributes(attributes));
      return queue;
    }

    private static MessageAttributeValue text(String value) {
      return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
    }

    @Test
    void everySubscribedQueueHasTheMessageWhenPublishReturns() {
      var raw = subscribe(Map.of("RawMessageDelivery", "true"));
      var wrapped = subscribe(Map.of());
      var id =
          sns.publish(
                  r ->
                      r.topicArn(topic)
                          .subject("受付のお知らせ")
                          .message(NAMES)
                          .messageAttributes(Map.of("type", text("application.received"))))
              .messageId();

      var plain = receive(sqs, raw, 0).getFirst();
      assertEquals(NAMES, plain.body());
      assertEquals("application.received", plain.messageAttributes().get("type").stringValue());
      var envelope = Json.read(receive(sqs, wrapped, 0).getFirst().body());
      assertEquals("Notification", envelope.get("Type").stringValue());
      assertEquals(id, envelope.get("MessageId").stringValue());
      assertEquals(topic, envelope.get("TopicArn").stringValue());
      assertEquals("受付のお知らせ", envelope.get("Subject").stringValue());
      assertEquals(NAMES, envelope.get("Message").stringValue());
      assertEquals(
          "application.received", envelope.at("/MessageAttributes/type/Value").stringValue());
    }

    @Test
    void aQueueReceivesOnlyWhatItsFilterWants() {
      var byAttribute =
          subscribe(
              Map.of(
                  "RawMessageDelivery", "true",
                  "FilterPolicy", "{\"type\":[{\"prefix\":\"payment.\"}]}"));
      var byBody =
          subscribe(
              Map.of(
                  "RawMessageDelivery", "true",
                  "FilterPolicyScope", "MessageBody",
                  "FilterPolicy", "{\"data\":{\"version\":[{\"numeric\":[\">=\",2]}]}}"));
      publish("payment.paid", "{\"data\":{\"version\":1}}");
      publish("application.received", "{\"data\":{\"version\":2}}");
      assertEquals(
          List.of("{\"data\":{\"version\":1}}"),
          receive(sqs, byAttribute, 0).stream().map(Message::body).toList());
      assertEquals(
          List.of("{\"data\":{\"version\":2}}"),
          receive(sqs, byBody, 0).stream().map(Message::body).toList());
    }

    private void publish(String type, String body) {
      sns.publish(
          r -> r.topicArn(topic).message(body).messageAttributes(Map.of("type", text(type))));
    }

    @Test
    void aBatchSaysForEachEntryWhetherItWasSent() {
      var queue = subscribe(Map.of("RawMessageDelivery", "true"));
      var answer =
          sns.publishBatch(
              r ->
                  r.topicArn(topic)
                      .publishBatchRequestEntries(
                          PublishBatchRequestEntry.builder().id("good").message("1").build(),
                          PublishBatchRequestEntry.builder().id("empty").message("").build()));
      assertEquals("good", answer.successful().getFirst().id());
      assertEquals("empty", answer.failed().getFirst().id());
      assertTrue(answer.failed().getFirst().senderFault());
      assertEquals(1, receive(sqs, queue, 0).size());
    }

    @Test
    void publishFailsWhenASubscribedQueueDoesNotTakeTheMessage() {
      sns.subscribe(
          r ->
              r.topicArn(topic)
                  .protocol("sqs")
                  .endpoint("arn:aws:sqs:ap-northeast-1:000000000000:missing"));
      assertThrows(
          InternalErrorException.class, () -> sns.publish(r -> r.topicArn(topic).message("1")));
    }

    @Test
    void subscribingTwiceGivesOneSubscriptionAndUnsubscribingEndsIt() {
      var queue = createQueue(sqs, "queue", Map.of());
      var first = subscribeTo(queue);
      assertEquals(first, subscribeTo(queue));
      sns.setSubscriptionAttributes(
          r -> r.subscriptionArn(first).attributeName("RawMessageDelivery").attributeValue("true"));
      assertEquals(
          List.of(arn(sqs, queue)),
          sns.listSubscriptionsByTopic(r -> r.topicArn(topic)).subscriptions().stream()
              .map(one -> one.endpoint())
              .toList());
      assertEquals(
          "1",
          sns.getTopicAttributes(r -> r.topicArn(topic))
              .attributes()
              .get("SubscriptionsConfirmed"));
      sns.unsubscribe(r -> r.subscriptionArn(first));
      sns.publish(r -> r.topicArn(topic).message("1"));
      assertEquals(List.of(), receive(sqs, queue, 0));
    }

    private String subscribeTo(String queue) {
      return sns.subscribe(r -> r.topicArn(topic).protocol("sqs").endpoint(arn(sqs, queue)))
          .subscriptionArn();
    }

    @Test
    void anOrderedTopicDropsARepeatedMessageAndKeepsTheOrderOfAGroup() {
      var ordered =
          sns.createTopic(
                  r -> r.name(unique("topic") + ".fifo").attributes(Map.of("FifoTopic", "true")))
              .topicArn();
      var queue =
          sqs.createQueue(
                  r ->
                      r.queueName(unique("queue") + ".fifo")
                          .attributes(Map.of(QueueAttributeName.FIFO_QUEUE, "true")))
              .queueUrl();
      sns.subscribe(
          r ->
              r.topicArn(ordered)
                  .protocol("sqs")
                  .endpoint(arn(sqs, queue))
                  .attributes(Map.of("RawMessageDelivery", "true")));
      for (var text : List.of("1", "2", "2", "3")) {
        sns.publish(
            r ->
                r.topicArn(ordered).message(text).messageGroupId("a").messageDeduplicationId(text));
      }
      assertEquals(
          List.of("1", "2", "3"), receive(sqs, queue, 0).stream().map(Message::body).toList());
    }

    @Test
    void aMissingTopicAndAnUnknownFilterOperatorAreRefusedWithTheirOwnErrors() {
      assertThrows(
          software.amazon.awssdk.services.sns.model.NotFoundException.class,
          () -> sns.publish(r -> r.topicArn(topic + "-not").message("1")));
      assertThrows(
          InvalidParameterException.class,
          () -> subscribe(Map.of("FilterPolicy", "{\"type\":[{\"like\":\"a\"}]}")));
    }

    @Test
    void aDeletedTopicIsGoneFromTheList() {
      assertTrue(topics().contains(topic));
      sns.deleteTopic(r -> r.topicArn(topic));
      assertFalse(topics().contains(topic));
    }

    private List<String> topics() {
      return sns.listTopics().topics().stream().map(one -> one.topicArn()).toList();
    }
  }

  @Nested
  class MailAndSms {
    private String get(String path) throws Exception {
      return HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(cloud.at("mail").resolve(path)).build(),
              HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
          .body();
    }

    @Test
    void aMailIsKeptWithItsHeadersAndShownWithItsTextEscaped() throws Exception {
      var ses = cloud.client(SesV2Client.builder(), "mail");
      var id =
          ses.sendEmail(
                  r ->
                      r.fromEmailAddress("noreply@city.example")
                          .destination(d -> d.toAddresses("hanako@example.com"))
                          .emailTags(MessageTag.builder().name("kind").value("received").build())
                          .content(
                              c ->
                                  c.simple(
                                      m ->
                                          m.subject(s -> s.data("受付しました").charset("UTF-8"))
                                              .headers(
                                                  MessageHeader.builder()
                                                      .name("X-Notice-Id")
                                                      .value("n-1")
                                                      .build())
                                              .body(
                                                  b ->
                                                      b.text(
                                                          t -> t.data(NAMES).charset("UTF-8"))))))
              .messageId();
      var kept =
          Json.read(get("/inbox.json"))
              .valueStream()
              .filter(one -> one.get("id").stringValue().equals(id))
              .findFirst()
              .orElseThrow();
      assertEquals(NAMES, kept.get("text").stringValue());
      assertEquals("hanako@example.com", kept.at("/to/0").stringValue());
      assertEquals("X-Notice-Id", kept.at("/headers/0/name").stringValue());
      assertEquals("n-1", kept.at("/headers/0/value").stringValue());
      assertEquals("received", kept.at("/tags/0/value").stringValue());
      var page = get("/");
      assertTrue(page.contains("受付しました"));
      assertTrue(page.contains("&lt;&amp;"));
      assertFalse(page.contains("<&\""));
    }

    @Test
    void aTextMessageReachesTheSameInbox() throws Exception {
      var sns = cloud.client(SnsClient.builder(), "sns");
      var id = sns.publish(r -> r.phoneNumber("+819000000000").message("お知らせがあります")).messageId();
      var newest = Json.read(get("/inbox.json")).valueStream().toList();
      assertTrue(
          newest.stream()
              .anyMatch(
                  one ->
                      one.get("id").stringValue().equals(id)
                          && one.get("kind").stringValue().equals("SMS")
                          && one.at("/to/0").stringValue().equals("+819000000000")));
    }

    @Test
    void aMailWithoutRecipientIsRefused() {
      var ses = cloud.client(SesV2Client.builder(), "mail");
      assertThrows(
          BadRequestException.class,
          () ->
              ses.sendEmail(
                  r ->
                      r.fromEmailAddress("noreply@city.example")
                          .content(
                              c ->
                                  c.simple(
                                      m ->
                                          m.subject(s -> s.data("a"))
                                              .body(b -> b.text(t -> t.data("b")))))));
    }

    @Test
    void aPageOfAnotherSiteCannotReachTheFacadesByItsOwnName() throws Exception {
      try (var socket = new java.net.Socket("127.0.0.1", cloud.at("mail").getPort())) {
        socket
            .getOutputStream()
            .write("GET /inbox.json HTTP/1.1\r\nHost: evil.example\r\n\r\n".getBytes());
        var answer = new byte[12];
        socket.getInputStream().readNBytes(answer, 0, answer.length);
        assertEquals("HTTP/1.1 421", new String(answer, StandardCharsets.US_ASCII));
      }
    }
  }

  @Nested
  class Kms {
    private final KmsClient kms = cloud.client(KmsClient.builder(), "kms");

    private static SdkBytes bytes(String text) {
      return SdkBytes.fromUtf8String(text);
    }

    @Test
    void aMacIsTheSameForTheSameTextAndOnlyItselfIsValid() {
      var alias = "alias/" + unique("search");
      var mac = mac(alias, "カミヤ");
      assertEquals(mac, mac(alias, "カミヤ"));
      assertTrue(verify(alias, "カミヤ", mac));
      assertThrows(KmsInvalidMacException.class, () -> verify(alias, "カミタ", mac));
    }

    private SdkBytes mac(String alias, String text) {
      return kms.generateMac(
              r -> r.keyId(alias).message(bytes(text)).macAlgorithm(MacAlgorithmSpec.HMAC_SHA_256))
          .mac();
    }

    private boolean verify(String alias, String text, SdkBytes mac) {
      return kms.verifyMac(
              r ->
                  r.keyId(alias)
                      .message(bytes(text))
                      .mac(mac)
                      .macAlgorithm(MacAlgorithmSpec.HMAC_SHA_256))
          .macValid();
    }

    @Test
    void aCiphertextOpensOnlyWithItsContext() {
      var alias = "alias/" + unique("totp");
      var sealed =
          kms.encrypt(
                  r ->
                      r.keyId(alias)
                          .plaintext(bytes(NAMES))
                          .encryptionContext(Map.of("account", "a", "use", "totp")))
              .ciphertextBlob();
      assertEquals(
          NAMES,
          kms.decrypt(
                  r ->
                      r.ciphertextBlob(sealed)
                          .encryptionContext(Map.of("use", "totp", "account", "a")))
              .plaintext()
              .asUtf8String());
      assertThrows(
          InvalidCiphertextException.class,
          () ->
              kms.decrypt(
                  r ->
                      r.ciphertextBlob(sealed)
                          .encryptionContext(Map.of("use", "totp", "account", "b"))));
      assertThrows(
          InvalidCiphertextException.class,
          () -> kms.decrypt(r -> r.ciphertextBlob(bytes("nothing of ours at all, but long"))));
    }

    @Test
    void aDataKeyComesBackFromItsSealedForm() {
      var alias = "alias/" + unique("data");
      var key = kms.generateDataKey(r -> r.keyId(alias).keySpec(DataKeySpec.AES_256));
      assertEquals(32, key.plaintext().asByteArray().length);
      assertEquals(
          key.plaintext(), kms.decrypt(r -> r.ciphertextBlob(key.ciphertextBlob())).plaintext());
    }

    @Test
    void aSignatureOverMessageOrDigestVerifiesWithThePublicKey() throws Exception {
      var alias = "alias/" + unique("client");
      var spki = kms.getPublicKey(r -> r.keyId(alias)).publicKey().asByteArray();
      var publicKey = KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(spki));
      var text = NAMES.getBytes(StandardCharsets.UTF_8);
      var digest = java.security.MessageDigest.getInstance("SHA-256").digest(text);
      for (var form : List.of(MessageType.RAW, MessageType.DIGEST)) {
        var message = form == MessageType.RAW ? text : digest;
        var signature =
            kms.sign(
                    r ->
                        r.keyId(alias)
                            .message(SdkBytes.fromByteArray(message))
                            .messageType(form)
                            .signingAlgorithm(SigningAlgorithmSpec.ECDSA_SHA_256))
                .signature();
        var check = Signature.getInstance("SHA256withECDSA");
        check.initVerify(publicKey);
        check.update(text);
        assertTrue(check.verify(signature.asByteArray()));
      }
    }

    @Test
    void aKeyHasOnePurposeAndOneThatWasNeverUsedDoesNotExist() {
      var alias = "alias/" + unique("purpose");
      mac(alias, "a");
      assertThrows(
          InvalidKeyUsageException.class,
          () -> kms.encrypt(r -> r.keyId(alias).plaintext(bytes("a"))));
      assertEquals(
          "GENERATE_VERIFY_MAC",
          kms.describeKey(r -> r.keyId(alias)).keyMetadata().keyUsageAsString());
      assertThrows(NotFoundException.class, () -> kms.describeKey(r -> r.keyId(alias + "-not")));
    }
  }
}
