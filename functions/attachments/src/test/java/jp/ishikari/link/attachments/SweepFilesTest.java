package jp.ishikari.link.attachments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import jp.ishikari.link.attachments.store.DynamoFileStore;
import jp.ishikari.link.attachments.store.S3FileObjects;
import jp.ishikari.link.aws.DynamoAttachments;
import jp.ishikari.link.aws.DynamoDraftStore;
import jp.ishikari.link.aws.Transaction;
import jp.ishikari.link.blueprint.Bucket;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.domain.Draft;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.attachment.Attachment;
import jp.ishikari.link.domain.attachment.Attachments;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.SampleApplications;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What becomes of files of which nothing came in time. */
@ExtendWith(Engines.class)
class SweepFilesTest {
  private static final String CLEAN = "NO_THREATS_FOUND";

  private final TestCloud cloud;
  private final DynamoFileStore store;
  private final SentBy guest;

  SweepFilesTest(TestCloud cloud) {
    this.cloud = cloud;
    this.store = new DynamoFileStore(cloud);
    this.guest = SentBy.guest(cloud);
  }

  /** Each test has files of its own, and looks at nothing else. */
  private void swept(Duration later) {
    InstantSource then = InstantSource.fixed(Instant.now().plus(later));
    new SweepFiles(store, new S3FileObjects(cloud), new DynamoDraftStore(cloud), then)
        .handle(new byte[0], null);
  }

  private boolean isThere(String fileId) {
    return store.find(fileId).isPresent();
  }

  private void bind(String fileId, String applicationId) {
    Attachment file = store.find(fileId).orElseThrow();
    Transaction<Attachments.NotBound> transaction = new Transaction<>(cloud.tables());
    transaction.add(
        new DynamoAttachments(cloud).binding(file, applicationId, java.util.Set.of(file.holder())));
    assertEquals(Outcome.success(fileId), transaction.commit(fileId));
  }

  private void save(String draftId, Duration kept) {
    Instant now = Instant.now();
    new DynamoDraftStore(cloud)
        .save(
            new Draft(draftId, 1, "p", "手続", 1, Map.of(), null, null, false, now, now.plus(kept)),
            SampleApplications.token());
  }

  @Nested
  class Removed {
    @Test
    void anUploadThatBrokeOffADayAgo() {
      String fileId = guest.begun("a.png", SampleFiles.pictureOf(6_000_000));
      guest.put(
          guest.missing(fileId).get(0), SentBy.parts(SampleFiles.pictureOf(6_000_000)).get(0));
      swept(Duration.ofHours(23));
      assertTrue(isThere(fileId));
      swept(Duration.ofHours(25));
      assertFalse(isThere(fileId));
      assertEquals(404, guest.asked(Route.PERMIT_PARTS, fileId).status());
    }

    @Test
    void aFileThatNobodySentInForTwoDaysAndWhoseDraftIsNotKept() {
      String fileId = guest.judged("a.png", SampleFiles.picture("png"), CLEAN);
      String refused = guest.judged("a.pdf", SampleFiles.text("text"), CLEAN);
      swept(Duration.ofHours(47));
      assertTrue(isThere(fileId));
      swept(Duration.ofHours(49));
      assertFalse(isThere(fileId));
      assertFalse(isThere(refused));
      assertFalse(guest.stands(Bucket.UPLOADS, fileId));
      assertFalse(guest.stands(Bucket.FILES, fileId));
    }

    @Test
    void aFileWhoseDraftIsOver() {
      String fileId = guest.judged("a.png", SampleFiles.picture("png"), CLEAN);
      save(Draft.idOf(guest.code()).orElseThrow(), Duration.ofDays(30));
      swept(Duration.ofDays(3));
      assertTrue(isThere(fileId));
      swept(Duration.ofDays(29));
      assertTrue(isThere(fileId));
      swept(Duration.ofDays(31));
      assertFalse(isThere(fileId));
    }
  }

  @Nested
  class Kept {
    @Test
    void whatWasSentInStaysForGood() {
      String fileId = guest.judged("a.png", SampleFiles.picture("png"), CLEAN);
      bind(fileId, "application-" + UUID.randomUUID());
      swept(Duration.ofDays(3));
      swept(Duration.ofDays(400));
      assertTrue(isThere(fileId));
      assertTrue(guest.stands(Bucket.FILES, fileId));
      assertEquals(422, guest.asked(Route.DELETE_UPLOAD, fileId).status());
    }

    @Test
    void whatIsBeingRemovedIsBoundToNothing() {
      String fileId = guest.judged("a.png", SampleFiles.picture("png"), CLEAN);
      Attachment file = store.find(fileId).orElseThrow();
      assertTrue(store.leaving(fileId, Instant.now()));
      Transaction<Attachments.NotBound> transaction = new Transaction<>(cloud.tables());
      transaction.add(
          new DynamoAttachments(cloud)
              .binding(file, "application", java.util.Set.of(file.holder())));
      assertEquals(Outcome.failure(new Attachments.NotBound(fileId)), transaction.commit(fileId));
    }
  }

  @Nested
  class NotScanned {
    @Test
    void aScanThatIsLateIsAskedForAgainAndTheNewObjectIsJudged() {
      String fileId = guest.sent("a.png", SampleFiles.picture("png"));
      swept(Duration.ofMinutes(14));
      swept(Duration.ofMinutes(16));
      assertTrue(guest.stands(Bucket.UPLOADS, fileId));
      guest.verdict(fileId, guest.tag(fileId), CLEAN);
      assertEquals("CLEAN", guest.state(fileId).get("state").stringValue());
    }

    @Test
    void aFileThatWaitsIsNeverThrownAway() {
      String fileId = guest.sent("a.png", SampleFiles.picture("png"));
      for (int tried = 1; tried <= 6; tried++) {
        swept(Duration.ofDays(tried));
      }
      assertTrue(isThere(fileId));
    }
  }
}
