package jp.ishikari.link.casework.store;

import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contracts on the engines of this machine. */
@ExtendWith(Engines.class)
class CaseworkStoresTest extends CaseworkStoreContracts {
  CaseworkStoresTest(TestCloud cloud) {
    super(cloud);
  }
}
