package jp.ishikari.link.localcloud.objects;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import jp.ishikari.link.localcloud.bus.Bus;
import jp.ishikari.link.localcloud.wire.Json;
import org.gaul.s3proxy.blobstore.BlobStore;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import tools.jackson.databind.node.ObjectNode;

/**
 * Stands in for GuardDuty's scan of new objects and says the same words. It is no scanner: the one
 * thing it knows is the text that all scanners are tested with (EICAR).
 */
final class StandInScanner {
  private static final String SOURCE = "aws.guardduty";
  private static final String TYPE = "GuardDuty Malware Protection Object Scan Result";

  /** In two halves, so that no scanner finds this file. */
  private static final String TEST_VIRUS =
      "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

  private final BlobStore objects;
  private final Bus bus;

  StandInScanner(BlobStore objects, Bus bus) {
    this.objects = objects;
    this.bus = bus;
  }

  /** Reads an object of a bucket that somebody wants to be scanned, and says what was found. */
  void scan(String bucket, String key, String tag) {
    if (!bus.isWanted(SOURCE, TYPE, Map.of("s3ObjectDetails", Map.of("bucketName", bucket)))) {
      return;
    }
    boolean found = content(bucket, key).contains(TEST_VIRUS);
    ObjectNode detail = Json.object();
    detail
        .put("schemaVersion", "1.0")
        .put("scanStatus", "COMPLETED")
        .put("resourceType", "S3_OBJECT");
    detail
        .putObject("s3ObjectDetails")
        .put("bucketName", bucket)
        .put("objectKey", key)
        .put("eTag", tag)
        .put("s3Throttled", false);
    ObjectNode result = detail.putObject("scanResultDetails");
    result.put("scanResultStatus", found ? "THREATS_FOUND" : "NO_THREATS_FOUND");
    if (found) {
      result.putArray("threats").addObject().put("name", "EICAR-Test-File (not a virus)");
    } else {
      result.putNull("threats");
    }
    bus.report(SOURCE, TYPE, List.of(), detail);
  }

  /** Every byte is one character, so that nothing is lost in reading. */
  private String content(String bucket, String key) {
    try (var stream = objects.getBlob(GetObjectRequest.builder().bucket(bucket).key(key).build())) {
      return new String(stream.readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
