package jp.ishikari.link.publish;

import java.time.InstantSource;
import jp.ishikari.link.aws.CapabilityWiring;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.blueprint.Capability;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.edge.BatchEntry;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.publish.store.DynamoOutbox;
import jp.ishikari.link.publish.store.SnsAnnouncements;
import jp.ishikari.link.publish.store.StreamImage;

/** What each entry of this capability is made of. */
public final class PublishWiring implements CapabilityWiring {

  @Override
  public Capability capability() {
    return Capability.PUBLISH;
  }

  @Override
  public EntryFunction wire(Entry entry, Cloud cloud) {
    DynamoOutbox outbox = new DynamoOutbox(cloud);
    PublishEvents publish =
        new PublishEvents(
            new SnsAnnouncements(cloud),
            outbox,
            image -> DynamoOutbox.event(StreamImage.read(image)));
    return switch (entry) {
      case PUBLISH_EVENTS -> BatchEntry.streamBatch(entry, publish);
      case PUBLISH_SWEEP -> new SweepEvents(outbox, publish, InstantSource.system());
      default -> throw new IllegalArgumentException(entry + " is not ours");
    };
  }
}
