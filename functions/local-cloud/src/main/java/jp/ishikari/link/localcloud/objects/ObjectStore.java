package jp.ishikari.link.localcloud.objects;

import java.io.IOException;
import java.util.Properties;
import java.util.regex.Pattern;
import jp.ishikari.link.localcloud.Engine;
import jp.ishikari.link.localcloud.Settings;
import jp.ishikari.link.localcloud.Settings.Port;
import jp.ishikari.link.localcloud.bus.Bus;
import jp.ishikari.link.localcloud.wire.FirstVisit;
import jp.ishikari.link.localcloud.wire.StateFolder;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;

/**
 * Runs s3proxy over a folder.
 *
 * <p>Bucket settings (versioning, encryption, tags, life cycle) are not played: they are declared
 * and asserted for the cloud only. New objects are told on the bus, as every bucket's are whose
 * notifications are on. Browsers may reach it from the portal's and the staff console's origin.
 */
public final class ObjectStore implements Engine {
  private final Settings settings;
  private final Bus bus;
  private FirstVisit visits;
  private S3Proxy proxy;

  /** Nothing starts yet. */
  public ObjectStore(Settings settings, Bus bus) {
    this.settings = settings;
    this.bus = bus;
  }

  @Override
  public String name() {
    return "S3";
  }

  @Override
  public void start() throws Exception {
    var port = settings.port(Port.S3);
    if (settings.onFirstVisit()) {
      visits = FirstVisit.await(port, () -> open(FirstVisit.freePort()));
    } else {
      open(port);
    }
  }

  /** Returns the port. */
  private int open(int port) throws Exception {
    var folder = StateFolder.create(settings.data().resolve("s3"));
    var own = new Properties();
    own.setProperty("s3proxy.endpoint", "http://127.0.0.1:" + port);
    own.setProperty("s3proxy.authorization", "aws-v4");
    own.setProperty("s3proxy.identity", settings.accessKey());
    own.setProperty("s3proxy.credential", settings.secretKey());
    own.setProperty("jclouds.filesystem.basedir", folder.toString());
    own.setProperty(
        "s3proxy.cors-allow-origins",
        // Each word is a regular expression.
        Pattern.quote(settings.portalOrigin().toString())
            + " "
            + Pattern.quote(settings.staffOrigin().toString()));
    own.setProperty("s3proxy.cors-allow-methods", "GET HEAD PUT POST");
    own.setProperty(
        "s3proxy.cors-allow-headers",
        "content-type content-md5 x-amz-checksum-sha256 x-amz-meta-name if-none-match");
    own.setProperty("s3proxy.cors-exposed-headers", "etag");
    proxy =
        S3Proxy.Builder.fromProperties(own)
            .blobStore(new ReportingBlobStore(BlobStores.create("filesystem-nio2", own), bus))
            .build();
    proxy.start();
    return port;
  }

  @Override
  public void close() throws IOException {
    if (visits != null) {
      visits.close();
    }
    if (proxy == null) {
      return;
    }
    try {
      proxy.stop();
    } catch (Exception e) {
      throw new IOException("s3proxy did not stop", e);
    }
  }
}
