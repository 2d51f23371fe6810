package jp.ishikari.link.casework.store;

import jp.ishikari.link.testkit.Containers;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.extension.ExtendWith;

/** The same contracts on an emulator of the whole cloud in a container, where Docker is. */
@ExtendWith(Containers.class)
class CaseworkContainerTest extends CaseworkStoreContracts {
  CaseworkContainerTest(TestCloud cloud) {
    super(cloud);
  }
}
