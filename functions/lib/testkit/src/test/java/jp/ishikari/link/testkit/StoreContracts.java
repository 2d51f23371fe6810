package jp.ishikari.link.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.ishikari.link.aws.DynamoAccountStore;
import jp.ishikari.link.aws.DynamoApplicationStore;
import jp.ishikari.link.aws.DynamoAttemptStore;
import jp.ishikari.link.aws.DynamoCalendarStore;
import jp.ishikari.link.aws.DynamoCertificateStore;
import jp.ishikari.link.aws.DynamoChallengeStore;
import jp.ishikari.link.aws.DynamoContactEmails;
import jp.ishikari.link.aws.DynamoDeliveryStore;
import jp.ishikari.link.aws.DynamoDesignStore;
import jp.ishikari.link.aws.DynamoDivisionStore;
import jp.ishikari.link.aws.DynamoDraftStore;
import jp.ishikari.link.aws.DynamoEmailCodeStore;
import jp.ishikari.link.aws.DynamoOutbox;
import jp.ishikari.link.aws.DynamoPairingStore;
import jp.ishikari.link.aws.DynamoPlaceStore;
import jp.ishikari.link.aws.DynamoProcedureStore;
import jp.ishikari.link.aws.DynamoSessionStore;
import jp.ishikari.link.aws.DynamoSignInStore;
import jp.ishikari.link.aws.DynamoSigningStore;
import jp.ishikari.link.aws.DynamoTerminalStore;
import jp.ishikari.link.aws.DynamoUnfoundWordStore;
import jp.ishikari.link.aws.DynamoVisitStore;
import jp.ishikari.link.aws.KmsBlindIndex;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.domain.AttemptStore;
import jp.ishikari.link.domain.BlindIndex;
import jp.ishikari.link.domain.CalendarStore;
import jp.ishikari.link.domain.DeliveryStore;
import jp.ishikari.link.domain.DesignStore;
import jp.ishikari.link.domain.DivisionStore;
import jp.ishikari.link.domain.DraftStore;
import jp.ishikari.link.domain.Outbox;
import jp.ishikari.link.domain.PlaceStore;
import jp.ishikari.link.domain.ProcedureStore;
import jp.ishikari.link.domain.UnfoundWordStore;
import jp.ishikari.link.domain.counter.ChallengeStore;
import jp.ishikari.link.domain.counter.TerminalStore;
import jp.ishikari.link.domain.counter.VisitStore;
import jp.ishikari.link.domain.identity.AccountStore;
import jp.ishikari.link.domain.identity.CertificateStore;
import jp.ishikari.link.domain.identity.ContactEmails;
import jp.ishikari.link.domain.identity.EmailCodeStore;
import jp.ishikari.link.domain.identity.PairingStore;
import jp.ishikari.link.domain.identity.SessionStore;
import jp.ishikari.link.domain.identity.SignInStore;
import jp.ishikari.link.domain.signing.SigningStore;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Every port's contract over one cloud. */
abstract class StoreContracts {
  abstract TestCloud cloud();

  @Nested
  class Applications extends ApplicationStoreContract {
    @Override
    protected ApplicationStore store() {
      return new DynamoApplicationStore(cloud());
    }
  }

  @Nested
  class ApplicationRaces extends ApplicationRaceContract {
    @Override
    protected ApplicationStore store() {
      return new DynamoApplicationStore(cloud());
    }
  }

  @Nested
  class ApplicationClaims extends ApplicationClaimContract {
    @Override
    protected ApplicationStore store() {
      return new DynamoApplicationStore(cloud());
    }
  }

  @Nested
  class Events extends OutboxContract {
    @Override
    protected Outbox outbox() {
      return new DynamoOutbox(cloud());
    }

    @Override
    protected ApplicationStore store() {
      return new DynamoApplicationStore(cloud());
    }
  }

  @Nested
  class Procedures extends ProcedureStoreContract {
    @Override
    protected ProcedureStore store() {
      return new DynamoProcedureStore(cloud());
    }
  }

  @Nested
  class UnfoundWords extends UnfoundWordStoreContract {
    @Override
    protected UnfoundWordStore store() {
      return new DynamoUnfoundWordStore(cloud());
    }
  }

  @Nested
  class Designs extends DesignStoreContract {
    @Override
    protected DesignStore store() {
      return new DynamoDesignStore(cloud());
    }

    @Override
    protected ProcedureStore procedures() {
      return new DynamoProcedureStore(cloud());
    }
  }

  @Nested
  class Drafts extends DraftStoreContract {
    @Override
    protected DraftStore store() {
      return new DynamoDraftStore(cloud());
    }

    @Override
    protected ApplicationStore applications() {
      return new DynamoApplicationStore(cloud());
    }
  }

  @Nested
  class Places extends PlaceStoreContract {
    @Override
    protected PlaceStore store() {
      return new DynamoPlaceStore(cloud());
    }

    @Override
    protected ApplicationStore applications() {
      return new DynamoApplicationStore(cloud());
    }
  }

  @Nested
  class Accounts extends AccountStoreContract {
    @Override
    protected AccountStore store() {
      return new DynamoAccountStore(cloud());
    }
  }

  @Nested
  class Certificates extends CertificateStoreContract {
    @Override
    protected AccountStore accounts() {
      return new DynamoAccountStore(cloud());
    }

    @Override
    protected CertificateStore store() {
      return new DynamoCertificateStore(cloud());
    }
  }

  @Nested
  class SignIns extends SignInStoreContract {
    @Override
    protected SignInStore store() {
      return new DynamoSignInStore(cloud());
    }
  }

  @Nested
  class Sessions extends SessionStoreContract {
    @Override
    protected SessionStore store() {
      return new DynamoSessionStore(cloud());
    }
  }

  @Nested
  class Pairings extends PairingStoreContract {
    @Override
    protected PairingStore store() {
      return new DynamoPairingStore(cloud());
    }
  }

  @Nested
  class Signings extends SigningStoreContract {
    @Override
    protected SigningStore store() {
      return new DynamoSigningStore(cloud());
    }
  }

  @Nested
  class Codes extends EmailCodeStoreContract {
    @Override
    protected EmailCodeStore store() {
      return new DynamoEmailCodeStore(cloud());
    }

    @Test
    void theAddressGoesWithTheCodeAndOnlyTheCountStays() {
      store().take(issued());
      assertEquals(
          Set.of("holder", "since", "sent", "last", Table.EXPIRY_ATTRIBUTE),
          cloud()
              .dynamoDb()
              .getItem(
                  r ->
                      r.tableName(Names.physical(Table.EMAIL_CODES))
                          .key(Map.of("holder", AttributeValue.fromS(browser))))
              .item()
              .keySet());
    }
  }

  @Nested
  class ContactAddresses extends ContactEmailsContract {
    @Override
    protected ContactEmails store() {
      return new DynamoContactEmails(cloud());
    }

    @Override
    protected AccountStore accounts() {
      return new DynamoAccountStore(cloud());
    }
  }

  @Nested
  class Attempts extends AttemptStoreContract {
    @Override
    protected AttemptStore store() {
      return new DynamoAttemptStore(cloud());
    }

    @Test
    void whoFailedIsNotToBeReadInTheTable() {
      store().failed(who, Instant.now());
      assertFalse(
          cloud()
              .dynamoDb()
              .scan(r -> r.tableName(Names.physical(Table.ATTEMPTS)))
              .toString()
              .contains(who));
    }
  }

  @Nested
  class Terminals extends TerminalStoreContract {
    @Override
    protected TerminalStore store() {
      return new DynamoTerminalStore(cloud());
    }
  }

  @Nested
  class Visits extends VisitStoreContract {
    @Override
    protected VisitStore store() {
      return new DynamoVisitStore(cloud());
    }
  }

  @Nested
  class Challenges extends ChallengeStoreContract {
    @Override
    protected ChallengeStore store() {
      return new DynamoChallengeStore(cloud());
    }
  }

  @Nested
  class Deliveries extends DeliveryStoreContract {
    @Override
    protected DeliveryStore store() {
      return new DynamoDeliveryStore(cloud());
    }
  }

  @Nested
  class Reference extends ReferenceStoresContract {
    @Override
    protected CalendarStore calendars() {
      return new DynamoCalendarStore(cloud());
    }

    @Override
    protected DivisionStore divisions() {
      return new DynamoDivisionStore(cloud());
    }
  }

  @Nested
  class People extends BlindIndexContract {
    @Override
    protected BlindIndex index() {
      return new KmsBlindIndex(cloud());
    }

    @Test
    void theKeyStaysWhereItIsAndIsAskedOnceHoweverManyTermsAreMade() {
      List<String> asked = new ArrayList<>();
      TestCloud watched =
          cloud()
              .watched(
                  (context, attributes) ->
                      asked.add(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME)));
      BlindIndex index = new KmsBlindIndex(watched);
      for (int i = 0; i < 50; i++) {
        index.term("citizens", BlindIndex.Kind.NAME, "石狩" + i);
      }
      assertEquals(List.of("GenerateMac"), asked);
    }
  }
}
