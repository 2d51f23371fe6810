package jp.ishikari.link.testkit;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every port's contract, on the real engine. */
@ExtendWith(Engines.class)
class DynamoStoresTest extends StoreContracts {
  private static TestCloud cloud;

  @BeforeAll
  static void start(TestCloud engines) {
    cloud = engines;
  }

  @Override
  TestCloud cloud() {
    return cloud;
  }
}
