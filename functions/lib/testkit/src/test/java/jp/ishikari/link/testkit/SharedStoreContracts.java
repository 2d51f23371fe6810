package jp.ishikari.link.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import jp.ishikari.link.aws.DynamoApplicationStore;
import jp.ishikari.link.aws.DynamoBudgets;
import jp.ishikari.link.aws.DynamoCalendarStore;
import jp.ishikari.link.aws.DynamoConfirmedAddresses;
import jp.ishikari.link.aws.DynamoDivisionStore;
import jp.ishikari.link.aws.DynamoDraftStore;
import jp.ishikari.link.aws.DynamoHoldStore;
import jp.ishikari.link.aws.DynamoOversightStore;
import jp.ishikari.link.aws.DynamoPlaceStore;
import jp.ishikari.link.aws.DynamoProcedureStore;
import jp.ishikari.link.aws.DynamoSessionStore;
import jp.ishikari.link.aws.DynamoSigningStore;
import jp.ishikari.link.aws.DynamoTerminalStore;
import jp.ishikari.link.aws.DynamoUnfoundWordStore;
import jp.ishikari.link.aws.DynamoVisitStore;
import jp.ishikari.link.aws.KmsBlindIndex;
import jp.ishikari.link.blueprint.Api;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.domain.BlindIndex;
import jp.ishikari.link.domain.CalendarStore;
import jp.ishikari.link.domain.DivisionStore;
import jp.ishikari.link.domain.DraftStore;
import jp.ishikari.link.domain.HoldStore;
import jp.ishikari.link.domain.OversightStore;
import jp.ishikari.link.domain.PlaceStore;
import jp.ishikari.link.domain.ProcedureStore;
import jp.ishikari.link.domain.UnfoundWordStore;
import jp.ishikari.link.domain.counter.TerminalStore;
import jp.ishikari.link.domain.counter.VisitStore;
import jp.ishikari.link.domain.identity.ConfirmedAddresses;
import jp.ishikari.link.domain.identity.SessionStore;
import jp.ishikari.link.domain.signing.SigningStore;
import jp.ishikari.link.edge.Budgets;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/** The contract of every port that two capabilities use. */
abstract class SharedStoreContracts {
  private final TestCloud cloud;

  SharedStoreContracts(TestCloud cloud) {
    this.cloud = cloud;
  }

  @Nested
  class Applications extends ApplicationStoreContract {
    @Override
    protected ApplicationStore store() {
      return new DynamoApplicationStore(cloud);
    }
  }

  @Nested
  class ApplicationRaces extends ApplicationRaceContract {
    @Override
    protected ApplicationStore store() {
      return new DynamoApplicationStore(cloud);
    }
  }

  @Nested
  class Procedures extends ProcedureStoreContract {
    @Override
    protected ProcedureStore store() {
      return new DynamoProcedureStore(cloud);
    }
  }

  @Nested
  class HeldClocks extends HoldStoreContract {
    @Override
    protected HoldStore store() {
      return new DynamoHoldStore(cloud);
    }

    @Override
    protected ApplicationStore applications() {
      return new DynamoApplicationStore(cloud);
    }
  }

  @Nested
  class UnfoundWords extends UnfoundWordStoreContract {
    @Override
    protected UnfoundWordStore store() {
      return new DynamoUnfoundWordStore(cloud);
    }
  }

  @Nested
  class Drafts extends DraftStoreContract {
    @Override
    protected DraftStore store() {
      return new DynamoDraftStore(cloud);
    }

    @Override
    protected ApplicationStore applications() {
      return new DynamoApplicationStore(cloud);
    }
  }

  @Nested
  class Places extends PlaceStoreContract {
    @Override
    protected PlaceStore store() {
      return new DynamoPlaceStore(cloud);
    }

    @Override
    protected ApplicationStore applications() {
      return new DynamoApplicationStore(cloud);
    }
  }

  @Nested
  class Sessions extends SessionStoreContract {
    @Override
    protected SessionStore store() {
      return DynamoSessionStore.ofResidents(cloud);
    }
  }

  @Nested
  class StaffSessions extends SessionStoreContract {
    @Override
    protected SessionStore store() {
      return DynamoSessionStore.ofStaff(cloud);
    }
  }

  @Nested
  class Signings extends SigningStoreContract {
    @Override
    protected SigningStore store() {
      return new DynamoSigningStore(cloud);
    }
  }

  @Nested
  class ResidentsBudgets extends BudgetsContract {
    @Override
    protected Budgets budgets(InstantSource clock) {
      return new DynamoBudgets(cloud, Api.RESIDENT, clock);
    }

    @Test
    void whoAskedIsNotToBeReadInTheTable() {
      Route route = Route.REPORT_UNFOUND_WORD;
      count(route, route.budgets().getFirst(), who);
      String rows =
          cloud.dynamoDb().scan(r -> r.tableName(Names.physical(Table.BUDGETS))).toString();
      assertFalse(rows.contains(who));
      assertFalse(rows.contains(route.name()));
    }
  }

  @Nested
  class StaffsBudgets extends BudgetsContract {
    @Override
    protected Budgets budgets(InstantSource clock) {
      return new DynamoBudgets(cloud, Api.STAFF, clock);
    }
  }

  @Nested
  class Terminals extends TerminalStoreContract {
    @Override
    protected TerminalStore store() {
      return new DynamoTerminalStore(cloud);
    }
  }

  @Nested
  class Oversight extends OversightStoreContract {
    @Override
    protected OversightStore store() {
      return new DynamoOversightStore(cloud);
    }

    @Override
    protected ApplicationStore applications() {
      return new DynamoApplicationStore(cloud);
    }
  }

  @Nested
  class Confirmed extends ConfirmedAddressesContract {
    @Override
    protected ConfirmedAddresses store() {
      return new DynamoConfirmedAddresses(cloud);
    }
  }

  @Nested
  class Visits extends VisitStoreContract {
    @Override
    protected VisitStore store() {
      return new DynamoVisitStore(cloud);
    }
  }

  @Nested
  class Reference extends ReferenceStoresContract {
    @Override
    protected CalendarStore calendars() {
      return new DynamoCalendarStore(cloud);
    }

    @Override
    protected DivisionStore divisions() {
      return new DynamoDivisionStore(cloud);
    }
  }

  @Nested
  class People extends BlindIndexContract {
    @Override
    protected BlindIndex index() {
      return new KmsBlindIndex(cloud);
    }

    @Test
    void theKeyStaysWhereItIsAndIsAskedOnceHoweverManyTermsAreMade() {
      List<String> asked = new ArrayList<>();
      TestCloud watched =
          cloud.watched(
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
