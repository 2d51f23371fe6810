package jp.ishikari.link.localcloud.objects;

import java.io.InputStream;
import java.util.List;
import jp.ishikari.link.localcloud.Settings;
import jp.ishikari.link.localcloud.bus.Bus;
import jp.ishikari.link.localcloud.wire.Json;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells the bus of every object, once it is kept, whoever put it: a function, or a browser with a
 * signed permission.
 */
final class ReportingBlobStore extends ForwardingBlobStore {
  /** What s3proxy itself puts beside an upload in parts; no object of anybody's. */
  private static final String OWN_STUB = ".s3proxy-mpu-stub-";

  private final Bus bus;
  private final StandInScanner scanner;

  ReportingBlobStore(BlobStore kept, Bus bus) {
    super(kept);
    this.bus = bus;
    this.scanner = new StandInScanner(kept, bus);
  }

  @Override
  public PutObjectResponse putBlob(PutObjectRequest request, InputStream content) {
    PutObjectResponse kept = super.putBlob(request, content);
    created(request.bucket(), request.key(), "PutObject");
    return kept;
  }

  @Override
  public CopyObjectResponse copyBlob(CopyObjectRequest request) {
    CopyObjectResponse kept = super.copyBlob(request);
    created(request.destinationBucket(), request.destinationKey(), "CopyObject");
    return kept;
  }

  @Override
  public CompleteMultipartUploadResponse completeMultipartUpload(
      MultipartUpload upload, CompleteMultipartUploadRequest request) {
    CompleteMultipartUploadResponse kept = super.completeMultipartUpload(upload, request);
    created(request.bucket(), request.key(), "CompleteMultipartUpload");
    return kept;
  }

  private void created(String bucket, String key, String reason) {
    if (key.startsWith(OWN_STUB)) {
      return;
    }
    HeadObjectResponse head =
        delegate().blobMetadata(HeadObjectRequest.builder().bucket(bucket).key(key).build());
    String tag = head.eTag().replace("\"", "");
    ObjectNode detail = Json.object();
    detail.put("version", "0");
    detail.putObject("bucket").put("name", bucket);
    detail.putObject("object").put("key", key).put("size", head.contentLength()).put("etag", tag);
    detail.put("requester", Settings.ACCOUNT).put("reason", reason);
    bus.report("aws.s3", "Object Created", List.of("arn:aws:s3:::" + bucket), detail);
    scanner.scan(bucket, key, tag);
  }
}
