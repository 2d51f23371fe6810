package jp.ishikari.link.documents.store;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.blueprint.Bucket;
import software.amazon.awssdk.core.sync.RequestBody;

/** Files of documents on S3. */
public final class S3DocumentObjects implements DocumentObjects {
  private static final Duration LINKED = Duration.ofMinutes(1);

  private final Cloud cloud;

  public S3DocumentObjects(Cloud cloud) {
    this.cloud = cloud;
  }

  private String bucket() {
    return cloud.environment().nameOf(Bucket.PRINTED_DOCUMENTS);
  }

  @Override
  public void keep(String documentId, String name, byte[] pdf) {
    String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    cloud
        .buckets()
        .putObject(
            r ->
                r.bucket(bucket())
                    .key(documentId)
                    .contentType("application/pdf")
                    .contentDisposition("attachment; filename*=UTF-8''" + encoded),
            RequestBody.fromBytes(pdf));
  }

  @Override
  public void discard(String documentId) {
    cloud.buckets().deleteObject(r -> r.bucket(bucket()).key(documentId));
  }

  @Override
  public URI link(String documentId) {
    return URI.create(
        cloud
            .permissions()
            .presignGetObject(
                p ->
                    p.signatureDuration(LINKED)
                        .getObjectRequest(r -> r.bucket(bucket()).key(documentId)))
            .url()
            .toString());
  }
}
