package jp.ishikari.link.identity.store;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Map;
import jp.ishikari.link.aws.DynamoContactEmails;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.identity.ContactEmails;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The contract of every port of this capability. */
abstract class IdentityStoreContracts {
  private final TestCloud cloud;

  IdentityStoreContracts(TestCloud cloud) {
    this.cloud = cloud;
  }

  @Nested
  class Accounts extends AccountStoreContract {
    @Override
    protected AccountStore store() {
      return new DynamoAccountStore(cloud);
    }
  }

  @Nested
  class Certificates extends CertificateStoreContract {
    @Override
    protected AccountStore accounts() {
      return new DynamoAccountStore(cloud);
    }

    @Override
    protected CertificateStore store() {
      return new DynamoCertificateStore(cloud);
    }
  }

  @Nested
  class SignIns extends SignInStoreContract {
    @Override
    protected SignInStore store() {
      return DynamoSignInStore.ofResidents(cloud);
    }
  }

  @Nested
  class Pairings extends PairingStoreContract {
    @Override
    protected PairingStore store() {
      return new DynamoPairingStore(cloud);
    }
  }

  @Nested
  class Codes extends EmailCodeStoreContract {
    @Override
    protected EmailCodeStore store() {
      return new DynamoEmailCodeStore(cloud);
    }

    @Test
    void theAddressGoesWithTheCode() {
      store().take(issued());
      assertFalse(
          cloud
              .dynamoDb()
              .getItem(
                  r ->
                      r.tableName(Names.physical(Table.EMAIL_CODES))
                          .key(Map.of("browser", AttributeValue.fromS(browser))))
              .hasItem());
    }
  }

  @Nested
  class ContactAddresses extends ContactEmailsContract {
    @Override
    protected ContactEmails store() {
      return new DynamoContactEmails(cloud);
    }

    @Override
    protected AccountStore accounts() {
      return new DynamoAccountStore(cloud);
    }
  }
}
