package jp.ishikari.link.counter.store;

import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contracts on the engines of this machine. */
@ExtendWith(Engines.class)
class CounterStoresTest extends CounterStoreContracts {
  CounterStoresTest(TestCloud cloud) {
    super(cloud);
  }
}
