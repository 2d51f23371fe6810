package jp.ishikari.link.infracdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jp.ishikari.link.aws.DynamoDivisionStore;
import jp.ishikari.link.domain.Division;
import jp.ishikari.link.firstcontent.FirstContent;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

/** What a deployment puts into the city that it made: again, only what is different. */
@ExtendWith(Engines.class)
class FirstContentTest {
  private final TestCloud cloud;
  @TempDir private Path folder;

  FirstContentTest(TestCloud cloud) {
    this.cloud = cloud;
  }

  @Test
  void theSiteIsKeptForEverWhereNamesCarryTheContentAndAskedForElsewhere() throws IOException {
    S3Client buckets = cloud.buckets();
    String bucket = "site-of-a-deployment";
    buckets.createBucket(made -> made.bucket(bucket));
    write("index.html", "<p>1");
    write("kiosk/index.html", "<p>2");
    write("assets/portal-a1.js", "1");
    SiteFiles site = new SiteFiles(folder);

    assertEquals(List.of("assets/portal-a1.js", "index.html", "kiosk/index.html"), site.keys());
    assertEquals(3, site.upload(buckets, bucket));
    var script = buckets.headObject(head -> head.bucket(bucket).key("assets/portal-a1.js"));
    assertEquals("public, max-age=31536000, immutable", script.cacheControl());
    assertEquals("text/javascript; charset=utf-8", script.contentType());
    assertEquals(
        "no-cache",
        buckets.headObject(head -> head.bucket(bucket).key("index.html")).cacheControl());
    assertEquals(
        "no-store",
        buckets.headObject(head -> head.bucket(bucket).key("kiosk/index.html")).cacheControl());

    assertEquals(0, site.upload(buckets, bucket), "nothing had changed");
    write("index.html", "<p>3");
    assertEquals(1, site.upload(buckets, bucket));
    assertEquals(
        "<p>3",
        buckets.getObjectAsBytes(get -> get.bucket(bucket).key("index.html")).asUtf8String());
  }

  @Test
  void aFileOfNoKnownTypeIsToldBeforeAnythingIsUploaded() throws IOException {
    write("index.html", "");
    write("film.mov", "");
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> new SiteFiles(folder).keys())
            .getMessage()
            .contains("film.mov"));
  }

  @Test
  void aSiteThatWasNotBuiltIsNotUploaded() {
    assertThrows(IllegalStateException.class, () -> new SiteFiles(folder).keys());
  }

  @Test
  void whatStaffChangedSinceStaysAsTheyLeftIt() throws IOException {
    write(
        "divisions.json",
        """
        [{"divisionId": "deployed", "name": "市民課", "phone": "0133-72-3111",
          "counter": "1階", "secondPerson": false}]
        """);
    write("calendar.json", "{\"2091\": [\"2091-01-01\"]}");
    Files.createDirectories(folder.resolve("procedures"));
    FirstContent content = new FirstContent(cloud);
    assertEquals(new FirstContent.Loaded(1, 1, 0), content.load(folder));

    DynamoDivisionStore divisions = new DynamoDivisionStore(cloud);
    Division loaded = divisions.find("deployed").orElseThrow();
    divisions.save(
        new Division(
            loaded.divisionId(), "住民課", loaded.phone(), loaded.counter(), loaded.secondPerson()));
    assertEquals(new FirstContent.Loaded(0, 0, 0), content.load(folder));
    assertEquals("住民課", divisions.find("deployed").orElseThrow().name());
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
