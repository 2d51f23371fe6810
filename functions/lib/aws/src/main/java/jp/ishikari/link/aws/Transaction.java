package jp.ishikari.link.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import jp.ishikari.link.domain.Outcome;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactWriteItemsEnhancedRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * One TransactWriteItems whose every condition knows what its failure means. When several fail, the
 * one that was added first speaks.
 */
public final class Transaction<F> extends Items<F> {
  /** How often a transaction that met another one is tried again before it counts as unexpected. */
  private static final int ATTEMPTS = 5;

  /** Longest first pause, doubled with each attempt: 300 ms over all. */
  private static final long FIRST_PAUSE_MILLIS = 10;

  private final DynamoDbEnhancedClient client;
  private final TransactWriteItemsEnhancedRequest.Builder items;
  private final List<Function<Map<String, AttributeValue>, F>> meanings;

  public Transaction(DynamoDbEnhancedClient client) {
    this(client, TransactWriteItemsEnhancedRequest.builder(), new ArrayList<>());
  }

  private Transaction(
      DynamoDbEnhancedClient client,
      TransactWriteItemsEnhancedRequest.Builder items,
      List<Function<Map<String, AttributeValue>, F>> meanings) {
    super(items, meanings::add);
    this.client = client;
    this.items = items;
    this.meanings = meanings;
  }

  /** Those who met would meet again if they came back at the same moment. */
  private static void pause(int attempt) {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(1, FIRST_PAUSE_MILLIS << attempt));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /** Writes all of it or nothing; {@code value} is what was made of it. */
  public <T> Outcome<F, T> commit(T value) {
    for (int attempt = 1; ; attempt++) {
      try {
        client.transactWriteItems(items.build());
        return Outcome.success(value);
      } catch (TransactionCanceledException canceled) {
        List<CancellationReason> reasons = canceled.cancellationReasons();
        for (int i = 0; i < reasons.size(); i++) {
          if ("ConditionalCheckFailed".equals(reasons.get(i).code())) {
            return Outcome.failure(meanings.get(i).apply(reasons.get(i).item()));
          }
        }
        boolean met =
            reasons.stream().anyMatch(reason -> "TransactionConflict".equals(reason.code()));
        if (!met) {
          throw canceled;
        }
        if (attempt == ATTEMPTS) {
          throw RetryableException.create("others kept writing the same rows", canceled);
        }
        pause(attempt);
      }
    }
  }
}
