package jp.ishikari.link.edge;

import com.amazonaws.services.lambda.runtime.Context;
import java.util.Optional;

/**
 * What one entry does with one event: JSON bytes in, JSON bytes out, as the cloud's runtime hands
 * them over.
 */
@FunctionalInterface
public interface EntryFunction {
  byte[] handle(byte[] event, Context context);

  /**
   * An event that is read, checked and answered without changing anything; with it the whole way
   * from the runtime is walked before a snapshot is taken of the process, so that nothing of it is
   * loaded again after each restore. Empty when every event changes something.
   */
  default Optional<byte[]> primingEvent() {
    return Optional.empty();
  }

  /** Walks what that event does not reach, without changing anything either. */
  default void prime() {}
}
