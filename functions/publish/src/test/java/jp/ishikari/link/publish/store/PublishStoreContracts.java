package jp.ishikari.link.publish.store;

import jp.ishikari.link.aws.DynamoApplicationStore;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.Nested;

/** The contract of every port of this capability. */
abstract class PublishStoreContracts {
  private final TestCloud cloud;

  PublishStoreContracts(TestCloud cloud) {
    this.cloud = cloud;
  }

  @Nested
  class Events extends OutboxContract {
    @Override
    protected Outbox outbox() {
      return new DynamoOutbox(cloud);
    }

    @Override
    protected ApplicationStore store() {
      return new DynamoApplicationStore(cloud);
    }
  }
}
