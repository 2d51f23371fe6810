package jp.ishikari.link.testkit;

import org.junit.jupiter.api.extension.ExtendWith;

/** The same contracts on an emulator of the whole cloud in a container, where Docker is. */
@ExtendWith(Containers.class)
class SharedContainerTest extends SharedStoreContracts {
  SharedContainerTest(TestCloud cloud) {
    super(cloud);
  }
}
