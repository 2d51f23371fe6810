package jp.ishikari.link.attachments.store;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.blueprint.Bucket;
import jp.ishikari.link.domain.attachment.Attachment;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.Part;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.model.PresignedUploadPartRequest;

/**
 * Files on S3. The signature of a permission covers the length and the checksum of its part, and
 * the bucket compares both with what arrives.
 */
public final class S3FileObjects implements FileObjects {
  /** Long enough for 5 MB over a poor line. */
  private static final Duration PERMITTED = Duration.ofMinutes(30);

  private static final Duration LINKED = Duration.ofMinutes(1);

  private static final int GONE = 404;

  /**
   * Another object than the one that was asked for, or none: without leave to list, S3 says 403.
   */
  private static final Set<Integer> ANOTHER_OR_NONE = Set.of(403, GONE, 412);

  private final Cloud cloud;

  public S3FileObjects(Cloud cloud) {
    this.cloud = cloud;
  }

  private String uploads() {
    return cloud.environment().nameOf(Bucket.UPLOADS);
  }

  private String files() {
    return cloud.environment().nameOf(Bucket.FILES);
  }

  @Override
  public String begin(String fileId) {
    return cloud
        .buckets()
        .createMultipartUpload(
            r -> r.bucket(uploads()).key(fileId).checksumAlgorithm(ChecksumAlgorithm.SHA256))
        .uploadId();
  }

  @Override
  public URI permission(Attachment file, int part) {
    String checksum = file.parts().get(part - 1);
    PresignedUploadPartRequest signed =
        cloud
            .permissions()
            .presignUploadPart(
                p ->
                    p.signatureDuration(PERMITTED)
                        .uploadPartRequest(
                            r ->
                                r.bucket(uploads())
                                    .key(file.fileId())
                                    .uploadId(file.uploadId())
                                    .partNumber(part)
                                    .contentLength((long) file.bytesOf(part))
                                    .checksumSHA256(checksum)));
    return URI.create(signed.url().toString());
  }

  @Override
  public Map<Integer, String> arrived(Attachment file) {
    Map<Integer, String> arrived = new TreeMap<>();
    try {
      for (Part part :
          cloud
              .buckets()
              .listParts(r -> r.bucket(uploads()).key(file.fileId()).uploadId(file.uploadId()))
              .parts()) {
        int number = part.partNumber();
        if (number <= file.parts().size() && part.size() == file.bytesOf(number)) {
          arrived.put(number, part.eTag());
        }
      }
    } catch (S3Exception over) {
      unless(Set.of(GONE), over);
    }
    return arrived;
  }

  @Override
  public boolean complete(Attachment file, Map<Integer, String> arrived) {
    try {
      cloud
          .buckets()
          .completeMultipartUpload(
              r ->
                  r.bucket(uploads())
                      .key(file.fileId())
                      .uploadId(file.uploadId())
                      .multipartUpload(
                          all ->
                              all.parts(
                                  arrived.entrySet().stream()
                                      .map(part -> completed(file, part.getKey(), part.getValue()))
                                      .toList())));
      return true;
    } catch (S3Exception over) {
      unless(Set.of(GONE), over);
      return false;
    }
  }

  private static CompletedPart completed(Attachment file, int number, String tag) {
    return CompletedPart.builder()
        .partNumber(number)
        .eTag(tag)
        .checksumSHA256(file.parts().get(number - 1))
        .build();
  }

  @Override
  public boolean stands(String fileId) {
    try {
      cloud.buckets().headObject(r -> r.bucket(uploads()).key(fileId));
      return true;
    } catch (S3Exception none) {
      unless(ANOTHER_OR_NONE, none);
      return false;
    }
  }

  @Override
  public Optional<byte[]> read(String fileId, String tag) {
    try {
      return Optional.of(
          cloud
              .buckets()
              .getObjectAsBytes(r -> r.bucket(uploads()).key(fileId).ifMatch(quoted(tag)))
              .asByteArray());
    } catch (S3Exception other) {
      unless(ANOTHER_OR_NONE, other);
      return Optional.empty();
    }
  }

  @Override
  public void keep(String fileId, byte[] kept, String mediaType) {
    cloud
        .buckets()
        .putObject(
            r -> r.bucket(files()).key(fileId).contentType(mediaType), RequestBody.fromBytes(kept));
  }

  @Override
  public void discardKept(String fileId) {
    cloud.buckets().deleteObject(r -> r.bucket(files()).key(fileId));
  }

  @Override
  public Optional<byte[]> kept(String fileId) {
    try {
      return Optional.of(
          cloud.buckets().getObjectAsBytes(r -> r.bucket(files()).key(fileId)).asByteArray());
    } catch (S3Exception none) {
      unless(ANOTHER_OR_NONE, none);
      return Optional.empty();
    }
  }

  @Override
  public void leaveQuarantine(String fileId) {
    cloud.buckets().deleteObject(r -> r.bucket(uploads()).key(fileId));
  }

  @Override
  public void scanAgain(String fileId) {
    // The scan looks at what is new: a copy onto itself is.
    cloud
        .buckets()
        .copyObject(
            r ->
                r.sourceBucket(uploads())
                    .sourceKey(fileId)
                    .destinationBucket(uploads())
                    .destinationKey(fileId)
                    .metadataDirective(MetadataDirective.REPLACE)
                    .contentType("application/octet-stream"));
  }

  @Override
  public void remove(Attachment file) {
    try {
      cloud
          .buckets()
          .abortMultipartUpload(
              r -> r.bucket(uploads()).key(file.fileId()).uploadId(file.uploadId()));
    } catch (S3Exception over) {
      unless(Set.of(GONE), over);
    }
    leaveQuarantine(file.fileId());
    discardKept(file.fileId());
  }

  @Override
  public URI link(String fileId, String name) {
    String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return URI.create(
        cloud
            .permissions()
            .presignGetObject(
                p ->
                    p.signatureDuration(LINKED)
                        .getObjectRequest(
                            r ->
                                r.bucket(files())
                                    .key(fileId)
                                    .responseContentDisposition(
                                        "attachment; filename*=UTF-8''" + encoded)))
            .url()
            .toString());
  }

  private static String quoted(String tag) {
    return "\"" + tag + "\"";
  }

  private static void unless(Set<Integer> expected, S3Exception failed) {
    if (!expected.contains(failed.statusCode())) {
      throw failed;
    }
  }
}
