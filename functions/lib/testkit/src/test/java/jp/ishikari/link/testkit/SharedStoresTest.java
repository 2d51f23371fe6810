package jp.ishikari.link.testkit;

import org.junit.jupiter.api.extension.ExtendWith;

/** The contracts on the engines of this machine. */
@ExtendWith(Engines.class)
class SharedStoresTest extends SharedStoreContracts {
  SharedStoresTest(TestCloud cloud) {
    super(cloud);
  }
}
