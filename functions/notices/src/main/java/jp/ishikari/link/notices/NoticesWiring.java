package jp.ishikari.link.notices;

import java.time.InstantSource;
import jp.ishikari.link.aws.CapabilityWiring;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.aws.DynamoApplicationStore;
import jp.ishikari.link.aws.DynamoStoppedAddresses;
import jp.ishikari.link.aws.DynamoUndeliveredNotices;
import jp.ishikari.link.aws.SesMail;
import jp.ishikari.link.blueprint.Capability;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Setting;
import jp.ishikari.link.edge.BatchEntry;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.notices.store.DynamoDeliveryStore;

/** What each entry of this capability is made of. */
public final class NoticesWiring implements CapabilityWiring {

  @Override
  public Capability capability() {
    return Capability.NOTICES;
  }

  @Override
  public EntryFunction wire(Entry entry, Cloud cloud) {
    return switch (entry) {
      case NOTICES_CITY_EVENTS ->
          BatchEntry.eventBatch(
              entry,
              new NotifyApplicant(
                  new DynamoApplicationStore(cloud),
                  new DynamoDeliveryStore(cloud),
                  new DynamoUndeliveredNotices(cloud),
                  new SesMail(cloud),
                  InstantSource.system(),
                  cloud.environment().get(Setting.SITE_NAME),
                  cloud.environment().get(Setting.PUBLIC_ORIGIN)));
      case NOTICES_MAIL_FEEDBACK ->
          BatchEntry.messages(
              entry,
              new TakeMailFeedback(
                  new DynamoStoppedAddresses(cloud), new DynamoUndeliveredNotices(cloud)));
      default -> throw new IllegalArgumentException(entry + " is not ours");
    };
  }
}
