package jp.ishikari.link.drafts;

import java.time.InstantSource;
import java.util.Map;
import jp.ishikari.link.aws.CapabilityWiring;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.aws.DynamoBudgets;
import jp.ishikari.link.aws.DynamoDraftStore;
import jp.ishikari.link.aws.DynamoProcedureStore;
import jp.ishikari.link.aws.RememberedProcedures;
import jp.ishikari.link.blueprint.Api;
import jp.ishikari.link.blueprint.Capability;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.domain.DraftStore;
import jp.ishikari.link.domain.ProcedureStore;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.edge.HttpEntry;

/** What each entry of this capability is made of. */
public final class DraftsWiring implements CapabilityWiring {

  @Override
  public Capability capability() {
    return Capability.DRAFTS;
  }

  @Override
  public EntryFunction wire(Entry entry, Cloud cloud) {
    return switch (entry) {
      case DRAFTS_RESIDENT -> resident(entry, cloud);
      default -> throw new IllegalArgumentException(entry + " is not ours");
    };
  }

  private static EntryFunction resident(Entry entry, Cloud cloud) {
    InstantSource clock = InstantSource.system();
    DraftStore drafts = new DynamoDraftStore(cloud);
    ProcedureStore procedures = new RememberedProcedures(new DynamoProcedureStore(cloud), clock);
    OwnDraft own = new OwnDraft(drafts, clock);
    return new HttpEntry(
        entry,
        cloud.environment(),
        new DynamoBudgets(cloud, Api.RESIDENT, clock),
        Map.of(
            Route.SAVE_DRAFT,
            new SaveDraft(own, drafts, procedures, clock),
            Route.LIST_DRAFTS,
            new ListDrafts(drafts, procedures, clock),
            Route.OPEN_DRAFT,
            new OpenDraft(own, procedures, clock),
            Route.DELETE_DRAFT,
            new DeleteDraft(own, drafts)));
  }
}
