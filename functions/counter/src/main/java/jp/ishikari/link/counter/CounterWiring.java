package jp.ishikari.link.counter;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import jp.ishikari.link.aws.CapabilityWiring;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.aws.DynamoBudgets;
import jp.ishikari.link.aws.DynamoDivisionStore;
import jp.ishikari.link.aws.DynamoProcedureStore;
import jp.ishikari.link.aws.DynamoSessionStore;
import jp.ishikari.link.aws.DynamoTerminalStore;
import jp.ishikari.link.aws.DynamoVisitStore;
import jp.ishikari.link.aws.RememberedProcedures;
import jp.ishikari.link.blueprint.Api;
import jp.ishikari.link.blueprint.Capability;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.blueprint.Setting;
import jp.ishikari.link.counter.store.ChallengeStore;
import jp.ishikari.link.counter.store.DynamoChallengeStore;
import jp.ishikari.link.domain.DivisionStore;
import jp.ishikari.link.domain.counter.TerminalStore;
import jp.ishikari.link.domain.counter.VisitStore;
import jp.ishikari.link.edge.Budgets;
import jp.ishikari.link.edge.Cookies;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.edge.Environment;
import jp.ishikari.link.edge.HttpEntry;

/** What each entry of this capability is made of. */
public final class CounterWiring implements CapabilityWiring {

  @Override
  public Capability capability() {
    return Capability.COUNTER;
  }

  @Override
  public EntryFunction wire(Entry entry, Cloud cloud) {
    InstantSource clock = InstantSource.system();
    return switch (entry) {
      case COUNTER_RESIDENT -> resident(entry, cloud, clock);
      case COUNTER_STAFF -> staff(entry, cloud, clock);
      default -> throw new IllegalArgumentException(entry + " is not ours");
    };
  }

  private static EntryFunction resident(Entry entry, Cloud cloud, InstantSource clock) {
    Environment environment = cloud.environment();
    TerminalStore terminals = new DynamoTerminalStore(cloud);
    ChallengeStore challenges = new DynamoChallengeStore(cloud);
    VisitStore visits = new DynamoVisitStore(cloud);
    String origin = environment.get(Setting.PUBLIC_ORIGIN);
    TerminalProof proofs = new TerminalProof(challenges, origin, clock);
    Visits ending = new Visits(visits, DynamoSessionStore.ofResidents(cloud), new Cookies(origin));
    return new HttpEntry(
        entry,
        environment,
        new DynamoBudgets(cloud, Api.RESIDENT, clock),
        Map.of(
            Route.DRAW_CHALLENGE,
            new DrawChallenge(challenges, clock),
            Route.ENROL_TERMINAL,
            new EnrolTerminal(terminals, proofs, clock),
            Route.BEGIN_VISIT,
            new BeginVisit(
                terminals,
                proofs,
                ending,
                Duration.ofMinutes(environment.number(Setting.VISIT_MINUTES)),
                clock),
            Route.READ_VISIT,
            new ReadVisit(visits),
            Route.AWAIT_CHECK,
            new AwaitCheck(
                visits,
                new RememberedProcedures(new DynamoProcedureStore(cloud), clock),
                clock,
                new SecureRandom()),
            Route.END_VISIT,
            new EndVisit(ending)));
  }

  private static EntryFunction staff(Entry entry, Cloud cloud, InstantSource clock) {
    TerminalStore terminals = new DynamoTerminalStore(cloud);
    DivisionStore divisions = new DynamoDivisionStore(cloud);
    VisitStore visits = new DynamoVisitStore(cloud);
    WaitingVisits waiting =
        new WaitingVisits(
            visits,
            terminals,
            Duration.ofMinutes(cloud.environment().number(Setting.VISIT_IDLE_MINUTES)),
            clock);
    TerminalWrite writes = new TerminalWrite(terminals, clock, new SecureRandom());
    return new HttpEntry(
        entry,
        cloud.environment(),
        Budgets.none(),
        Map.of(
            Route.LIST_VISITS,
            new ListVisits(waiting),
            Route.ATTEST_VISIT,
            new AttestVisit(visits, waiting, clock),
            Route.LIST_TERMINALS,
            new ListTerminals(terminals, divisions, clock),
            Route.REGISTER_TERMINAL,
            new RegisterTerminal(writes, divisions),
            Route.RENEW_TERMINAL,
            new RenewTerminal(writes),
            Route.REVOKE_TERMINAL,
            new RevokeTerminal(writes)));
  }
}
