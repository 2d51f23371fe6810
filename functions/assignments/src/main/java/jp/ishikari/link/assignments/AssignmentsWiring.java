package jp.ishikari.link.assignments;

import java.time.InstantSource;
import java.util.Map;
import jp.ishikari.link.assignments.store.AssignmentStore;
import jp.ishikari.link.assignments.store.DynamoAssignmentStore;
import jp.ishikari.link.assignments.store.DynamoColleagues;
import jp.ishikari.link.aws.CapabilityWiring;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.aws.DynamoApplicationStore;
import jp.ishikari.link.blueprint.Capability;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.edge.Budgets;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.edge.HttpEntry;

/** What the entry of this capability is made of. */
public final class AssignmentsWiring implements CapabilityWiring {

  @Override
  public Capability capability() {
    return Capability.ASSIGNMENTS;
  }

  @Override
  public EntryFunction wire(Entry entry, Cloud cloud) {
    InstantSource clock = InstantSource.system();
    ApplicationStore applications = new DynamoApplicationStore(cloud);
    AssignmentStore assignments = new DynamoAssignmentStore(cloud);
    Changing changing = new Changing(applications, assignments);
    Deciders deciders = new Deciders(new DynamoColleagues(cloud), clock);
    return switch (entry) {
      case ASSIGNMENTS_STAFF ->
          new HttpEntry(
              entry,
              cloud.environment(),
              Budgets.none(),
              Map.of(
                  Route.READ_ASSIGNMENT,
                  new ReadAssignment(applications, assignments, deciders),
                  Route.ASSIGN_CASE,
                  new AssignCase(changing, deciders, clock),
                  Route.LABEL_CASE,
                  new LabelCase(changing, clock),
                  Route.NOTE_CASE,
                  new NoteCase(changing, clock)));
      default -> throw new IllegalArgumentException(entry + " is not ours");
    };
  }
}
