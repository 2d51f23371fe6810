package jp.ishikari.link.catalogue.store;

import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.blueprint.Bucket;
import software.amazon.awssdk.core.sync.RequestBody;

/** Published files in the catalogue's bucket. */
public final class S3PublishedFiles implements PublishedFiles {
  private final Cloud cloud;

  public S3PublishedFiles(Cloud cloud) {
    this.cloud = cloud;
  }

  @Override
  public void publish(String name, byte[] json) {
    cloud
        .buckets()
        .putObject(
            r ->
                r.bucket(cloud.environment().nameOf(Bucket.CATALOGUE))
                    .key(name)
                    .contentType("application/json; charset=utf-8"),
            RequestBody.fromBytes(json));
  }
}
