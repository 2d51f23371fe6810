package jp.ishikari.link.localcloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import jp.ishikari.link.localcloud.wire.Json;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.MessageHeader;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import tools.jackson.databind.JsonNode;

/** What services report reaches the queues that want it, as the cloud words it. */
class BusTest {
  private static final String WATCHED = "bus-watched";
  private static final String SCANNED = "bus-scanned";
  private static final String EICAR =
      "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

  /** As the shared process is started with. */
  static final String RULES =
      """
      {"bus-objects": {"source": ["aws.s3"], "detail-type": ["Object Created"],
         "detail": {"bucket": {"name": ["bus-watched"]}}},
       "bus-verdicts": {"source": ["aws.guardduty"],
         "detail-type": ["GuardDuty Malware Protection Object Scan Result"],
         "detail": {"s3ObjectDetails": {"bucketName": ["bus-scanned"]}}},
       "bus-feedback": {"source": ["aws.ses"],
         "detail-type": ["Email Bounced", "Email Complaint Received"],
         "detail": {"mail": {"tags": {"ses:configuration-set": ["the-citys"]}}}}}
      """;

  private static RunningCloud cloud;
  private static SqsClient queues;
  private static S3Client objects;

  @BeforeAll
  static void start() throws Exception {
    cloud = RunningCloud.shared();
    queues = cloud.client(SqsClient.builder(), "sqs");
    objects = cloud.client(S3Client.builder().forcePathStyle(true), "s3");
    for (String queue : List.of("bus-objects", "bus-verdicts", "bus-feedback")) {
      queues.createQueue(r -> r.queueName(queue));
    }
    objects.createBucket(r -> r.bucket(WATCHED));
    objects.createBucket(r -> r.bucket(SCANNED));
    objects.createBucket(r -> r.bucket("bus-unwatched"));
  }

  /** All that is there; what was reported is there before the reporter was answered. */
  private static List<JsonNode> taken(String queue) {
    String url = queues.getQueueUrl(r -> r.queueName(queue)).queueUrl();
    List<Message> messages =
        queues.receiveMessage(r -> r.queueUrl(url).maxNumberOfMessages(10)).messages();
    messages.forEach(
        message ->
            queues.deleteMessage(r -> r.queueUrl(url).receiptHandle(message.receiptHandle())));
    return messages.stream().map(message -> Json.read(message.body())).toList();
  }

  @Test
  void anObjectIsToldOfOnceItIsKeptHoweverItIsPut() {
    objects.putObject(
        r -> r.bucket(WATCHED).key("a/写し 1.pdf"), RequestBody.fromString("twelve bytes"));
    objects.copyObject(
        r ->
            r.sourceBucket(WATCHED)
                .sourceKey("a/写し 1.pdf")
                .destinationBucket(WATCHED)
                .destinationKey("copied"));
    String upload =
        objects.createMultipartUpload(r -> r.bucket(WATCHED).key("in-parts")).uploadId();
    String part =
        objects
            .uploadPart(
                r -> r.bucket(WATCHED).key("in-parts").uploadId(upload).partNumber(1),
                RequestBody.fromString("part"))
            .eTag();
    objects.completeMultipartUpload(
        r ->
            r.bucket(WATCHED)
                .key("in-parts")
                .uploadId(upload)
                .multipartUpload(
                    m -> m.parts(CompletedPart.builder().partNumber(1).eTag(part).build())));
    objects.putObject(r -> r.bucket("bus-unwatched").key("b"), RequestBody.fromString("b"));
    List<JsonNode> events = taken("bus-objects");
    assertEquals(
        List.of("a/写し 1.pdf PutObject", "copied CopyObject", "in-parts CompleteMultipartUpload"),
        events.stream()
            .map(
                event ->
                    event.at("/detail/object/key").stringValue()
                        + " "
                        + event.at("/detail/reason").stringValue())
            .sorted()
            .toList());
    JsonNode first =
        events.stream()
            .filter(event -> event.at("/detail/reason").stringValue().equals("PutObject"))
            .findFirst()
            .orElseThrow();
    assertEquals("aws.s3", first.get("source").stringValue());
    assertEquals(12, first.at("/detail/object/size").intValue());
    assertEquals(WATCHED, first.at("/detail/bucket/name").stringValue());
  }

  @Test
  void theStandInForTheScannerKnowsTheOneTestVirusWhereverItStands() {
    objects.putObject(r -> r.bucket(SCANNED).key("clean"), RequestBody.fromString("clean"));
    objects.putObject(
        r -> r.bucket(SCANNED).key("infected"), RequestBody.fromString("before " + EICAR + "\n"));
    assertEquals(
        "clean NO_THREATS_FOUND, infected THREATS_FOUND",
        taken("bus-verdicts").stream()
            .filter(event -> event.at("/detail/scanStatus").stringValue().equals("COMPLETED"))
            .map(
                event ->
                    event.at("/detail/s3ObjectDetails/objectKey").stringValue()
                        + " "
                        + event.at("/detail/scanResultDetails/scanResultStatus").stringValue())
            .sorted()
            .collect(Collectors.joining(", ")));
  }

  @ParameterizedTest
  @CsvSource({
    "BOUNCED, 届かなかったことにする, Email Bounced, /detail/bounce/bouncedRecipients/0/emailAddress",
    "COMPLAINED, 迷惑メールの申告, Email Complaint Received,"
        + " /detail/complaint/complainedRecipients/0/emailAddress"
  })
  void theInboxPageLetsAMailFailOrBeUnwanted(
      String what, String button, String type, String recipient) throws Exception {
    String id = sent("the-citys");
    String page = get("/").body();
    assertTrue(page.contains(button), page);
    assertTrue(page.contains("action=\"/feedback/" + id + "/" + what + "\""), page);
    assertEquals(303, post("/feedback/" + id + "/" + what).statusCode());
    JsonNode event =
        taken("bus-feedback").stream()
            .filter(one -> one.at("/detail/mail/messageId").stringValue().equals(id))
            .findFirst()
            .orElseThrow();
    assertEquals(type, event.get("detail-type").stringValue());
    assertEquals("hanako@example.com", event.at(recipient).stringValue());
    assertEquals("X-Notice-Id", event.at("/detail/mail/headers/0/name").stringValue());
    assertEquals("n-1", event.at("/detail/mail/headers/0/value").stringValue());
  }

  @Test
  void mailOfOthersAndMailThatIsNotThereIsNobodysNews() throws Exception {
    assertEquals(303, post("/feedback/" + sent("anothers") + "/BOUNCED").statusCode());
    assertEquals(404, post("/feedback/" + sent("the-citys") + "/EATEN").statusCode());
    assertEquals(404, post("/feedback/none/BOUNCED").statusCode());
    assertEquals(404, post("/feedback/").statusCode());
    assertEquals(List.of(), taken("bus-feedback"));
  }

  @Test
  void aPatternThatItDoesNotUnderstandIsRefusedAtTheStart() {
    for (String bad : List.of("not json", "[]", "{\"q\":{\"source\":[{\"prefix\":\"a\"}]}}")) {
      assertTrue(
          Settings.read("--data", "target/none", "--bus-rules", bad)
              instanceof Settings.Reading.Refused,
          bad);
    }
  }

  private static String sent(String set) {
    return cloud
        .client(SesV2Client.builder(), "mail")
        .sendEmail(
            r ->
                r.fromEmailAddress("noreply@city.example")
                    .configurationSetName(set)
                    .destination(d -> d.toAddresses("hanako@example.com"))
                    .content(
                        c ->
                            c.simple(
                                m ->
                                    m.subject(s -> s.data("受付しました"))
                                        .headers(
                                            MessageHeader.builder()
                                                .name("X-Notice-Id")
                                                .value("n-1")
                                                .build())
                                        .body(b -> b.text(t -> t.data("a"))))))
        .messageId();
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return send(HttpRequest.newBuilder(cloud.at("mail").resolve(path)));
  }

  private static HttpResponse<String> post(String path) throws Exception {
    return send(
        HttpRequest.newBuilder(cloud.at("mail").resolve(path))
            .POST(HttpRequest.BodyPublishers.noBody()));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HttpClient.newHttpClient()
        .send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }
}
