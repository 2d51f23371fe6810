package jp.ishikari.link.attachments;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.ishikari.link.attachments.store.DynamoFileStore;
import jp.ishikari.link.aws.DynamoAttachments;
import jp.ishikari.link.aws.Transaction;
import jp.ishikari.link.blueprint.Bucket;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.domain.attachment.Attachment;
import jp.ishikari.link.domain.attachment.Attachments;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.edge.Json;
import jp.ishikari.link.testkit.GatewayAnswer;
import jp.ishikari.link.testkit.GatewayCall;
import jp.ishikari.link.testkit.TestCloud;
import software.amazon.awssdk.services.s3.model.S3Exception;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A browser that sends files, as the portal does: to the function, and straight to the bucket. */
record SentBy(TestCloud cloud, Caller caller, String code) {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  static SentBy guest(TestCloud cloud) {
    cloud.make(Bucket.UPLOADS);
    cloud.make(Bucket.FILES);
    return new SentBy(cloud, new Caller.Guest(), drawn());
  }

  static SentBy resident(TestCloud cloud) {
    guest(cloud);
    return new SentBy(
        cloud, new Caller.Resident("account-" + UUID.randomUUID(), "session", true), null);
  }

  private static String drawn() {
    return UUID.randomUUID().toString().replace("-", "").substring(0, 12).toUpperCase();
  }

  private EntryFunction entry() {
    return new AttachmentsWiring().wire(Entry.ATTACHMENTS_RESIDENT, cloud);
  }

  GatewayCall beginning(String name, byte[] bytes) {
    return GatewayCall.of(Route.BEGIN_UPLOAD)
        .as(caller)
        .change(
            body -> {
              named(body);
              body.put("name", name).put("size", bytes.length);
              ArrayNode parts = body.putArray("parts");
              parts(bytes).forEach(part -> parts.add(sha256(part)));
            });
  }

  String begun(String name, byte[] bytes) {
    GatewayAnswer answer = beginning(name, bytes).sentTo(entry());
    assertEquals(201, answer.status(), answer.body());
    return Json.MAPPER.readTree(answer.body()).get("fileId").stringValue();
  }

  GatewayAnswer asked(Route route, String fileId) {
    return GatewayCall.of(route)
        .as(caller)
        .change(body -> named(body).put("fileId", fileId))
        .sentTo(entry());
  }

  private ObjectNode named(ObjectNode body) {
    body.remove("code");
    if (code != null) {
      body.put("code", code);
    }
    return body;
  }

  GatewayAnswer answered(GatewayCall call) {
    return call.sentTo(entry());
  }

  JsonNode missing(String fileId) {
    GatewayAnswer answer = asked(Route.PERMIT_PARTS, fileId);
    assertEquals(200, answer.status(), answer.body());
    return Json.MAPPER.readTree(answer.body()).get("parts");
  }

  /** Puts one part where the permission says. */
  int put(JsonNode permitted, byte[] part) {
    return put(permitted.get("url").stringValue(), permitted.get("checksum").stringValue(), part);
  }

  static int put(String url, String checksum, byte[] part) {
    try {
      return HTTP.send(
              HttpRequest.newBuilder(URI.create(url))
                  .header("x-amz-checksum-sha256", checksum)
                  .PUT(HttpRequest.BodyPublishers.ofByteArray(part))
                  .build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    } catch (IOException broken) {
      throw new AssertionError(broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  /** All of it arrived and was put together. */
  String sent(String name, byte[] bytes) {
    String fileId = begun(name, bytes);
    for (JsonNode part : missing(fileId)) {
      assertEquals(200, put(part, parts(bytes).get(part.get("number").intValue() - 1)));
    }
    GatewayAnswer answer = asked(Route.COMPLETE_UPLOAD, fileId);
    assertEquals(200, answer.status(), answer.body());
    assertEquals("WAITING", Json.MAPPER.readTree(answer.body()).get("state").stringValue());
    return fileId;
  }

  JsonNode state(String fileId) {
    GatewayAnswer answer = asked(Route.CHECK_UPLOAD, fileId);
    assertEquals(200, answer.status(), answer.body());
    return Json.MAPPER.readTree(answer.body());
  }

  /** Sent, and judged as the scan says. */
  String judged(String name, byte[] bytes, String result) {
    String fileId = sent(name, bytes);
    verdict(fileId, tag(fileId), result);
    return fileId;
  }

  /** Sent in with an application, as its transaction does it. */
  void bind(String fileId, String applicationId) {
    Attachment file = new DynamoFileStore(cloud).find(fileId).orElseThrow();
    Transaction<Attachments.NotBound> transaction = new Transaction<>(cloud.tables());
    transaction.add(
        new DynamoAttachments(cloud).binding(file, applicationId, Set.of(file.holder())));
    transaction.commit(fileId);
  }

  String tag(String fileId) {
    return cloud
        .buckets()
        .headObject(r -> r.bucket(bucket(Bucket.UPLOADS)).key(fileId))
        .eTag()
        .replace("\"", "");
  }

  /** What the scan says reaches the judge; the answer names what is to come again. */
  String verdict(String key, String tag, String result) {
    ObjectNode detail = Json.MAPPER.createObjectNode();
    detail.put("scanStatus", "COMPLETED");
    detail
        .putObject("s3ObjectDetails")
        .put("bucketName", bucket(Bucket.UPLOADS))
        .put("objectKey", key)
        .put("eTag", tag);
    detail.putObject("scanResultDetails").put("scanResultStatus", result);
    ObjectNode event = Json.MAPPER.createObjectNode().put("source", "aws.guardduty");
    event.set("detail", detail);
    ObjectNode batch = Json.MAPPER.createObjectNode();
    batch.putArray("Records").addObject().put("messageId", "1").put("body", event.toString());
    byte[] answer =
        new AttachmentsWiring()
            .wire(Entry.ATTACHMENTS_VERDICTS, cloud)
            .handle(batch.toString().getBytes(StandardCharsets.UTF_8), null);
    return new String(answer, StandardCharsets.UTF_8);
  }

  byte[] read(Bucket bucket, String key) {
    return cloud.buckets().getObjectAsBytes(r -> r.bucket(bucket(bucket)).key(key)).asByteArray();
  }

  boolean stands(Bucket bucket, String key) {
    try {
      cloud.buckets().headObject(r -> r.bucket(bucket(bucket)).key(key));
      return true;
    } catch (S3Exception none) {
      return false;
    }
  }

  private String bucket(Bucket bucket) {
    return cloud.environment().nameOf(bucket);
  }

  static List<byte[]> parts(byte[] bytes) {
    List<byte[]> parts = new ArrayList<>();
    for (int from = 0; from < bytes.length; from += Attachment.PART_BYTES) {
      parts.add(
          Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + Attachment.PART_BYTES)));
    }
    return parts;
  }

  static String sha256(byte[] bytes) {
    try {
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
