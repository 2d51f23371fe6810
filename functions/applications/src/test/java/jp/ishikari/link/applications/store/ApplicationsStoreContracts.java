package jp.ishikari.link.applications.store;

import jp.ishikari.link.aws.DynamoApplicationStore;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.Nested;

/** The contract of every port of this capability. */
abstract class ApplicationsStoreContracts {
  private final TestCloud cloud;

  ApplicationsStoreContracts(TestCloud cloud) {
    this.cloud = cloud;
  }

  @Nested
  class Claims extends ClaimStoreContract {
    @Override
    ClaimStore claims() {
      return new DynamoClaimStore(cloud);
    }

    @Override
    protected ApplicationStore store() {
      return new DynamoApplicationStore(cloud);
    }
  }
}
