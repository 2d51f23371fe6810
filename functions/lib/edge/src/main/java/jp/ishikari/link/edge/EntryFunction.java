package jp.ishikari.link.edge;

import com.amazonaws.services.lambda.runtime.Context;

/**
 * What one entry does with one event: JSON bytes in, JSON bytes out, as the cloud's runtime hands
 * them over.
 */
@FunctionalInterface
public interface EntryFunction {
  byte[] handle(byte[] event, Context context);

  /**
   * Walks the paths of a first real event without changing anything, before a snapshot is taken of
   * the process. What it loads and connects is not loaded again after each restore.
   */
  default void prime() {}
}
