package jp.ishikari.link.catalogue;

import java.time.InstantSource;
import java.util.Map;
import jp.ishikari.link.aws.CapabilityWiring;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.aws.DynamoBudgets;
import jp.ishikari.link.aws.DynamoDivisionStore;
import jp.ishikari.link.aws.DynamoPlaceStore;
import jp.ishikari.link.aws.DynamoProcedureStore;
import jp.ishikari.link.aws.DynamoUnfoundWordStore;
import jp.ishikari.link.blueprint.Api;
import jp.ishikari.link.blueprint.Capability;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.catalogue.store.S3PublishedFiles;
import jp.ishikari.link.domain.DivisionStore;
import jp.ishikari.link.domain.ProcedureStore;
import jp.ishikari.link.edge.Budgets;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.edge.HttpEntry;

/** What each entry of this capability is made of. */
public final class CatalogueWiring implements CapabilityWiring {

  @Override
  public Capability capability() {
    return Capability.CATALOGUE;
  }

  @Override
  public EntryFunction wire(Entry entry, Cloud cloud) {
    ProcedureStore procedures = new DynamoProcedureStore(cloud);
    DivisionStore divisions = new DynamoDivisionStore(cloud);
    return switch (entry) {
      case CATALOGUE_RESIDENT -> {
        Budgets budgets = new DynamoBudgets(cloud, Api.RESIDENT, InstantSource.system());
        yield new HttpEntry(
            entry,
            cloud.environment(),
            budgets,
            Map.of(
                Route.READ_PROCEDURE,
                new ReadProcedure(
                    procedures, divisions, new DynamoPlaceStore(cloud), InstantSource.system()),
                Route.REPORT_UNFOUND_WORD,
                new ReportUnfoundWord(
                    new DynamoUnfoundWordStore(cloud), budgets, InstantSource.system())));
      }
      case CATALOGUE_PARTNER ->
          new HttpEntry(
              entry,
              cloud.environment(),
              new DynamoBudgets(cloud, Api.PARTNER, InstantSource.system()),
              Map.of(Route.LIST_PROCEDURES, new ListProcedures(procedures)));
      case CATALOGUE_INDEX, CATALOGUE_DIVISIONS ->
          new RebuildCatalogue(
              entry, procedures, divisions, new CatalogueIndex(), new S3PublishedFiles(cloud));
      default -> throw new IllegalArgumentException(entry + " is not ours");
    };
  }
}
