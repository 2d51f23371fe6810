package jp.ishikari.link.casework;

import java.time.InstantSource;
import java.util.Map;
import jp.ishikari.link.aws.CapabilityWiring;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.aws.DynamoApplicationStore;
import jp.ishikari.link.aws.DynamoAssignments;
import jp.ishikari.link.aws.DynamoCalendarStore;
import jp.ishikari.link.aws.DynamoConversations;
import jp.ishikari.link.aws.DynamoEarlierAnswersStore;
import jp.ishikari.link.aws.DynamoEvidenceStore;
import jp.ishikari.link.aws.DynamoHoldStore;
import jp.ishikari.link.aws.DynamoPlaceStore;
import jp.ishikari.link.aws.DynamoProcedureStore;
import jp.ishikari.link.aws.DynamoUndeliveredNotices;
import jp.ishikari.link.aws.KmsBlindIndex;
import jp.ishikari.link.aws.KmsEvidenceSeal;
import jp.ishikari.link.aws.RememberedCalendar;
import jp.ishikari.link.aws.RememberedProcedures;
import jp.ishikari.link.blueprint.Capability;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.casework.store.BulkJobStore;
import jp.ishikari.link.casework.store.DynamoBulkJobStore;
import jp.ishikari.link.casework.store.DynamoClerks;
import jp.ishikari.link.casework.store.DynamoDeskStore;
import jp.ishikari.link.casework.store.DynamoEveryCase;
import jp.ishikari.link.casework.store.SqsRebuildJobs;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.domain.HoldStore;
import jp.ishikari.link.domain.ProcedureStore;
import jp.ishikari.link.domain.assignment.Assignments;
import jp.ishikari.link.domain.conversation.Conversations;
import jp.ishikari.link.edge.BatchEntry;
import jp.ishikari.link.edge.Budgets;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.edge.HttpEntry;

/** What each entry of this capability is made of. */
public final class CaseworkWiring implements CapabilityWiring {

  @Override
  public Capability capability() {
    return Capability.CASEWORK;
  }

  @Override
  public EntryFunction wire(Entry entry, Cloud cloud) {
    return switch (entry) {
      case CASEWORK_STAFF -> staff(entry, cloud);
      case CASEWORK_DESK -> BatchEntry.eventBatch(entry, new KeepDesk(desk(cloud)));
      case CASEWORK_DESK_REBUILD ->
          BatchEntry.messages(
              entry,
              new RebuildDesk(
                  new DynamoEveryCase(cloud),
                  desk(cloud),
                  new SearchTerms(
                      new DynamoApplicationStore(cloud),
                      new RememberedProcedures(
                          new DynamoProcedureStore(cloud), InstantSource.system()),
                      new KmsBlindIndex(cloud)),
                  new SqsRebuildJobs(cloud)));
      case CASEWORK_BULK_JOBS ->
          BatchEntry.events(
              entry,
              new RunBulkJob(
                  new DynamoBulkJobStore(cloud),
                  new DynamoApplicationStore(cloud),
                  new DynamoClerks(cloud),
                  decision(cloud, InstantSource.system()),
                  InstantSource.system()));
      default -> throw new IllegalArgumentException(entry + " is not ours");
    };
  }

  private static DeskLines desk(Cloud cloud) {
    return new DeskLines(
        new DynamoApplicationStore(cloud),
        new DynamoHoldStore(cloud),
        new DynamoConversations(cloud),
        new DynamoAssignments(cloud),
        new DynamoDeskStore(cloud));
  }

  private static EntryFunction staff(Entry entry, Cloud cloud) {
    InstantSource clock = InstantSource.system();
    ApplicationStore applications = new DynamoApplicationStore(cloud);
    HoldStore holds = new DynamoHoldStore(cloud);
    Conversations conversations = new DynamoConversations(cloud);
    Assignments assignments = new DynamoAssignments(cloud);
    CaseLine.Maker lines = lines(cloud, clock);
    ProcedureStore procedures = new RememberedProcedures(new DynamoProcedureStore(cloud), clock);
    Decision decision = decision(cloud, clock);
    BulkJobStore jobs = new DynamoBulkJobStore(cloud);
    OwnJob ownJobs = new OwnJob(jobs);
    BulkJobLine.Maker jobLines = new BulkJobLine.Maker(clock);
    return new HttpEntry(
        entry,
        cloud.environment(),
        Budgets.none(),
        Map.ofEntries(
            Map.entry(Route.LIST_CASES, new ListCases(new DynamoDeskStore(cloud), lines)),
            Map.entry(
                Route.SEARCH_CASES,
                new SearchCases(
                    applications,
                    holds,
                    conversations,
                    assignments,
                    new KmsBlindIndex(cloud),
                    lines)),
            Map.entry(
                Route.READ_CASE,
                new ReadCase(
                    applications,
                    new DynamoEarlierAnswersStore(cloud),
                    holds,
                    procedures,
                    new DynamoUndeliveredNotices(cloud),
                    conversations,
                    assignments,
                    lines)),
            Map.entry(Route.ACCEPT_CASE, new AcceptCase(decision)),
            Map.entry(Route.RESOLVE_SIGNATURE, new ResolveSignature(decision)),
            Map.entry(
                Route.EXPORT_EVIDENCE,
                new ExportEvidence(
                    applications,
                    new DynamoEvidenceStore(cloud),
                    new KmsEvidenceSeal(cloud),
                    clock)),
            Map.entry(Route.RETURN_CASE, new ReturnCase(decision, procedures)),
            Map.entry(Route.REJECT_CASE, new RejectCase(decision)),
            Map.entry(Route.WITHDRAW_CASE, new WithdrawCase(decision)),
            Map.entry(Route.COMPLETE_CASE, new CompleteCase(decision)),
            Map.entry(Route.START_BULK_JOB, new StartBulkJob(jobs, applications, clock)),
            Map.entry(Route.LIST_BULK_JOBS, new ListBulkJobs(ownJobs, jobLines)),
            Map.entry(Route.READ_BULK_JOB, new ReadBulkJob(ownJobs, applications, jobLines))));
  }

  private static Decision decision(Cloud cloud, InstantSource clock) {
    return new Decision(
        new DynamoApplicationStore(cloud),
        new DynamoHoldStore(cloud),
        new DynamoPlaceStore(cloud),
        lines(cloud, clock),
        clock);
  }

  private static CaseLine.Maker lines(Cloud cloud, InstantSource clock) {
    return new CaseLine.Maker(new RememberedCalendar(new DynamoCalendarStore(cloud), clock), clock);
  }
}
