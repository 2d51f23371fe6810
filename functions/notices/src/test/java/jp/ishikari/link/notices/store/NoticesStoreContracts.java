package jp.ishikari.link.notices.store;

import jp.ishikari.link.aws.DynamoStoppedAddresses;
import jp.ishikari.link.aws.DynamoUndeliveredNotices;
import jp.ishikari.link.domain.StoppedAddresses;
import jp.ishikari.link.domain.UndeliveredNotices;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.Nested;

/** The contract of every port of this capability. */
abstract class NoticesStoreContracts {
  private final TestCloud cloud;

  NoticesStoreContracts(TestCloud cloud) {
    this.cloud = cloud;
  }

  @Nested
  class Deliveries extends DeliveryStoreContract {
    @Override
    protected DeliveryStore store() {
      return new DynamoDeliveryStore(cloud);
    }

    @Override
    protected StoppedAddresses stopped() {
      return new DynamoStoppedAddresses(cloud);
    }

    @Override
    protected UndeliveredNotices undelivered() {
      return new DynamoUndeliveredNotices(cloud);
    }
  }
}
