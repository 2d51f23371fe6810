package jp.ishikari.link.local;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Table;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Wakes whoever reads a table's stream when a row may have been added, so that nobody has to ask
 * again and again whether there is one.
 */
final class Writes implements ExecutionInterceptor {
  private final Map<String, Long> counts = new HashMap<>();

  /** How often the table has been written so far. */
  synchronized long of(Table table) {
    return counts.getOrDefault(Names.physical(table), 0L);
  }

  /** Returns when the table has been written more often than that, or the time is over. */
  synchronized void await(Table table, long seen, Duration atMost) throws InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    for (long left = atMost.toMillis(); of(table) == seen && left > 0; ) {
      wait(left);
      left = (end - System.nanoTime()) / 1_000_000;
    }
  }

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    List<String> written = tables(context.request());
    if (!written.isEmpty()) {
      count(written);
    }
  }

  private synchronized void count(List<String> written) {
    written.forEach(table -> counts.merge(table, 1L, Long::sum));
    notifyAll();
  }

  private static List<String> tables(SdkRequest request) {
    return switch (request) {
      case PutItemRequest put -> List.of(put.tableName());
      case UpdateItemRequest update -> List.of(update.tableName());
      case BatchWriteItemRequest batch -> List.copyOf(batch.requestItems().keySet());
      case TransactWriteItemsRequest transaction ->
          transaction.transactItems().stream()
              .filter(item -> item.put() != null)
              .map(item -> item.put().tableName())
              .distinct()
              .toList();
      default -> List.of();
    };
  }
}
