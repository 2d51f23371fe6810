package jp.ishikari.link.casework.store;

import jp.ishikari.link.aws.DynamoApplicationStore;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.Nested;

/** The contract of every port of this capability. */
abstract class CaseworkStoreContracts {
  private final TestCloud cloud;

  CaseworkStoreContracts(TestCloud cloud) {
    this.cloud = cloud;
  }

  @Nested
  class Desk extends DeskStoreContract {
    @Override
    DeskStore store() {
      return new DynamoDeskStore(cloud);
    }
  }

  @Nested
  class Cases extends EveryCaseContract {
    @Override
    EveryCase cases() {
      return new DynamoEveryCase(cloud);
    }

    @Override
    protected ApplicationStore store() {
      return new DynamoApplicationStore(cloud);
    }
  }
}
