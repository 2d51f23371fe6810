package jp.ishikari.link.testkit;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Calls that come together, each on a thread of its own however few cores there are. */
public final class AtOnce {
  private AtOnce() {}

  /** What each caller, numbered from 0, was answered. */
  public static <T> List<T> each(int callers, IntFunction<T> call) {
    CountDownLatch ready = new CountDownLatch(callers);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> answers =
          IntStream.range(0, callers)
              .mapToObj(
                  i ->
                      threads.submit(
                          (Callable<T>)
                              () -> {
                                ready.countDown();
                                ready.await();
                                return call.apply(i);
                              }))
              .toList();
      return answers.stream().map(AtOnce::answer).toList();
    }
  }

  private static <T> T answer(Future<T> future) {
    try {
      return future.get();
    } catch (Exception failed) {
      throw new AssertionError(failed);
    }
  }
}
