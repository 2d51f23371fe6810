package jp.ishikari.link.formdesign.store;

import jp.ishikari.link.aws.DynamoProcedureStore;
import jp.ishikari.link.domain.ProcedureStore;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.Nested;

/** The contract of every port of this capability. */
abstract class FormDesignStoreContracts {
  private final TestCloud cloud;

  FormDesignStoreContracts(TestCloud cloud) {
    this.cloud = cloud;
  }

  @Nested
  class Designs extends DesignStoreContract {
    @Override
    protected DesignStore store() {
      return new DynamoDesignStore(cloud);
    }

    @Override
    protected ProcedureStore procedures() {
      return new DynamoProcedureStore(cloud);
    }
  }
}
