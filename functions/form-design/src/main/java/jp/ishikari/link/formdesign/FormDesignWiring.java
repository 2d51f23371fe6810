package jp.ishikari.link.formdesign;

import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import jp.ishikari.link.aws.CapabilityWiring;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.aws.DynamoCalendarStore;
import jp.ishikari.link.aws.DynamoDivisionRegister;
import jp.ishikari.link.aws.DynamoDivisionStore;
import jp.ishikari.link.aws.DynamoDraftStore;
import jp.ishikari.link.aws.DynamoOversightStore;
import jp.ishikari.link.aws.DynamoPlaceStore;
import jp.ishikari.link.aws.DynamoProcedureStore;
import jp.ishikari.link.aws.DynamoUnfoundWordStore;
import jp.ishikari.link.blueprint.Capability;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.blueprint.Setting;
import jp.ishikari.link.domain.CalendarStore;
import jp.ishikari.link.domain.DivisionStore;
import jp.ishikari.link.domain.ProcedureStore;
import jp.ishikari.link.edge.Budgets;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.edge.HttpEntry;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.formdesign.store.DesignStore;
import jp.ishikari.link.formdesign.store.DynamoDesignStore;

/** What each entry of this capability is made of. */
public final class FormDesignWiring implements CapabilityWiring {

  @Override
  public Capability capability() {
    return Capability.FORM_DESIGN;
  }

  @Override
  public EntryFunction wire(Entry entry, Cloud cloud) {
    return switch (entry) {
      case FORM_DESIGN_STAFF -> staff(entry, cloud);
      default -> throw new IllegalArgumentException(entry + " is not ours");
    };
  }

  private static EntryFunction staff(Entry entry, Cloud cloud) {
    InstantSource clock = InstantSource.system();
    DesignStore designs = new DynamoDesignStore(cloud);
    ProcedureStore procedures = new DynamoProcedureStore(cloud);
    CalendarStore calendars = new DynamoCalendarStore(cloud);
    OwnDesign own = new OwnDesign(designs, procedures);
    DesignWrite writes = new DesignWrite(designs, clock);
    DesignPublication publications =
        new DesignPublication(procedures, calendars, new DynamoOversightStore(cloud), writes);
    DivisionStore divisions = new DynamoDivisionStore(cloud);
    Map<Route, Operation> operations = new EnumMap<>(Route.class);
    operations.put(
        Route.LIST_DESIGNS, new ListDesigns(designs, procedures, divisions, calendars, clock));
    operations.put(
        Route.LIST_UNFOUND_WORDS, new ListUnfoundWords(new DynamoUnfoundWordStore(cloud), clock));
    operations.put(Route.CREATE_DESIGN, new CreateDesign(procedures, writes));
    operations.put(
        Route.READ_DESIGN,
        new ReadDesign(
            own,
            procedures,
            divisions,
            new DynamoDraftStore(cloud),
            new DynamoPlaceStore(cloud),
            cloud.environment().get(Setting.PUBLIC_ORIGIN),
            clock));
    operations.put(Route.SAVE_DESIGN, new SaveDesign(own, writes));
    operations.put(Route.REMOVE_DESIGN, new RemoveDesign(own, procedures, writes));
    operations.put(Route.TRY_DESIGN, new TryDesign(own, clock));
    operations.put(Route.PUBLISH_DESIGN, new PublishDesign(own, divisions, publications));
    operations.put(Route.DECIDE_PUBLICATION, new DecidePublication(own, publications, writes));
    operations.put(
        Route.RULE_PUBLICATIONS,
        new RulePublications(divisions, new DynamoDivisionRegister(cloud), clock));
    operations.put(Route.PAUSE_PROCEDURE, new PauseProcedure(own, procedures, writes));
    operations.put(Route.LIST_VERSIONS, new ListVersions(own, procedures));
    operations.put(Route.READ_VERSION, new ReadVersion(own));
    operations.put(Route.COMPARE_VERSIONS, new CompareVersions(own));
    operations.put(Route.RESTORE_VERSION, new RestoreVersion(own, writes));
    operations.put(Route.EXPORT_DESIGN, new ExportDesign(own));
    return new HttpEntry(entry, cloud.environment(), Budgets.none(), operations);
  }
}
