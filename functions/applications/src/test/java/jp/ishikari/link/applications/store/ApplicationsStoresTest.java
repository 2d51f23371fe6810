package jp.ishikari.link.applications.store;

import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contracts on the engines of this machine. */
@ExtendWith(Engines.class)
class ApplicationsStoresTest extends ApplicationsStoreContracts {
  ApplicationsStoresTest(TestCloud cloud) {
    super(cloud);
  }
}
