package jp.ishikari.link.applications;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import jp.ishikari.link.aws.DynamoProcedureStore;
import jp.ishikari.link.blueprint.Api;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.GatewayAnswer;
import jp.ishikari.link.testkit.GatewayCall;
import jp.ishikari.link.testkit.SampleProcedure;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Submits of different people never meet. A row that all of them write would make them wait for
 * each other and fail at busy hours; the engine of this machine never shows that, so that no test
 * of contention can.
 */
@ExtendWith(Engines.class)
class NoSharedKeyTest {
  private static TestCloud cloud;
  private static SampleProcedure procedure;

  /** What was written, by table and key, and the transactions that wrote it. */
  private static final class Written {
    private final Set<String> keys = new HashSet<>();
    private final Set<TransactWriteItem> items = new HashSet<>();

    void hear(SdkRequest request) {
      switch (request) {
        case PutItemRequest put -> add(put.tableName(), put.item());
        case UpdateItemRequest update -> add(update.tableName(), update.key());
        case DeleteItemRequest delete -> add(delete.tableName(), delete.key());
        case TransactWriteItemsRequest transaction ->
            transaction.transactItems().forEach(this::add);
        default -> {}
      }
    }

    private void add(TransactWriteItem item) {
      items.add(item);
      if (item.put() != null) {
        add(item.put().tableName(), item.put().item());
      }
      if (item.update() != null) {
        add(item.update().tableName(), item.update().key());
      }
      if (item.delete() != null) {
        add(item.delete().tableName(), item.delete().key());
      }
    }

    private void add(String name, Map<String, AttributeValue> row) {
      Table table =
          Arrays.stream(Table.values())
              .filter(one -> Names.physical(one).equals(name))
              .findFirst()
              .orElseThrow();
      StringBuilder key = new StringBuilder(table.name());
      key.append(' ').append(row.get(table.key().partition().name()));
      table.key().sort().ifPresent(sort -> key.append(' ').append(row.get(sort.name())));
      keys.add(key.toString());
    }
  }

  private static final AtomicInteger HOMES = new AtomicInteger();

  @BeforeAll
  static void publish(TestCloud engines) {
    cloud = engines;
    procedure = SampleProcedure.signedIn().limitedTo(100);
    assertTrue(new DynamoProcedureStore(cloud).publish(procedure.procedure()));
  }

  /**
   * Of people with the same answers, who apply for the same procedure of one division, each at
   * home: those behind one address are counted in one row, before anything else is looked at.
   */
  private static Written submit() {
    Written written = new Written();
    TestCloud watched = cloud.watched((context, attributes) -> written.hear(context.request()));
    GatewayAnswer answer =
        GatewayCall.of(Route.SUBMIT_APPLICATION)
            .header(Api.VIEWER_HEADER, "203.0.113." + HOMES.incrementAndGet())
            .as(new Caller.Resident("account-" + UUID.randomUUID(), "session", true))
            .change(body -> body.put("procedureId", procedure.id()))
            .answers(SampleProcedure.answers())
            .sentTo(new ApplicationsWiring().wire(Entry.APPLICATIONS_RESIDENT, watched));
    assertEquals(201, answer.status(), answer.body());
    return written;
  }

  @Test
  void twoApplicantsWriteNoKeyThatTheOtherWritesToo() {
    Written first = submit();
    Set<String> both = new HashSet<>(submit().keys);
    both.retainAll(first.keys);
    assertEquals(Set.of(), both);
    for (Table table :
        new Table[] {
          Table.TOKENS,
          Table.RECEIPTS,
          Table.APPLICATIONS,
          Table.EVENTS,
          Table.PEOPLE,
          Table.PLACES,
          Table.PLACE_HOLDERS
        }) {
      assertTrue(
          first.keys.stream().anyMatch(key -> key.startsWith(table.name() + " ")),
          "the test has heard of " + table);
    }
    // What is made of the events afterwards, of all submits in a few partitions.
    assertTrue(first.keys.stream().noneMatch(key -> key.startsWith(Table.DESK + " ")));
  }

  @Test
  void nothingIsCountedUpInTheTransactionOfASubmitButWholeRowsOfItsOwnAreWritten() {
    for (TransactWriteItem item : submit().items) {
      assertTrue(item.update() == null, () -> "a row that stands is changed: " + item.update());
    }
  }
}
