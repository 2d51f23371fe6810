package jp.ishikari.link.notices.store;

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
  }
}
