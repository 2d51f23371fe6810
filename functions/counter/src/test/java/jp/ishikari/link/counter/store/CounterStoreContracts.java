package jp.ishikari.link.counter.store;

import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.Nested;

/** The contract of every port of this capability. */
abstract class CounterStoreContracts {
  private final TestCloud cloud;

  CounterStoreContracts(TestCloud cloud) {
    this.cloud = cloud;
  }

  @Nested
  class Challenges extends ChallengeStoreContract {
    @Override
    protected ChallengeStore store() {
      return new DynamoChallengeStore(cloud);
    }
  }
}
