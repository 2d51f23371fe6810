package jp.ishikari.link.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import jp.ishikari.link.applications.ApplicationsWiring;
import jp.ishikari.link.aws.DynamoProcedureStore;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.TestCloud;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

/** What one submit costs the table engine: round trips, items, consumed capacity; cold and warm. */
public final class CostBench {
  private CostBench() {}

  /** Counts calls and asks each for its capacity. */
  private static final class Meter implements TestCloud.Watch {
    private final Map<String, Integer> calls = new TreeMap<>();
    private final List<String> transactions = new ArrayList<>();

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
      String call = context.request().getClass().getSimpleName().replace("Request", "");
      calls.merge(call, 1, Integer::sum);
    }

    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
      SdkRequest request = context.request();
      return switch (request) {
        case TransactWriteItemsRequest t ->
            t.toBuilder().returnConsumedCapacity(ReturnConsumedCapacity.TOTAL).build();
        case GetItemRequest g ->
            g.toBuilder().returnConsumedCapacity(ReturnConsumedCapacity.TOTAL).build();
        case QueryRequest q ->
            q.toBuilder().returnConsumedCapacity(ReturnConsumedCapacity.TOTAL).build();
        default -> request;
      };
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
      if (context.response() instanceof TransactWriteItemsResponse response) {
        int items = ((TransactWriteItemsRequest) context.request()).transactItems().size();
        double units =
            response.consumedCapacity().stream().mapToDouble(ConsumedCapacity::capacityUnits).sum();
        transactions.add("%d items, %.0f write capacity units".formatted(items, units));
      }
    }
  }

  public static void main(String[] args) {
    new DynamoProcedureStore(Engines.cloud()).publish(BenchProcedure.procedure());
    Meter meter = new Meter();
    EntryFunction submit =
        new ApplicationsWiring().wire(Entry.APPLICATIONS_RESIDENT, Engines.cloud().watched(meter));
    for (String when : List.of("first in a new process", "in a warm process")) {
      meter.calls.clear();
      meter.transactions.clear();
      submit.handle(BenchProcedure.event(TestCloud.PORTAL, UUID.randomUUID().toString()), null);
      System.out.printf("one submit, %s: calls %s; %s%n", when, meter.calls, meter.transactions);
    }
    System.exit(0);
  }
}
