package jp.ishikari.link.edge;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;

/**
 * Somebody else may write at the same moment: then it is looked at anew how things stand, and the
 * same is carried out on that. For writes that mean the same whatever the other one was.
 */
public final class LookingAnew {
  /** Twenty people at once are all served; whoever still is not is told. */
  private static final int TRIES = 12;

  /**
   * Longest pause before the second try; each further one may be twice as long, up to {@link
   * #LONGEST}.
   */
  private static final int FIRST = 10;

  private static final int LONGEST = 300;

  private LookingAnew() {}

  /**
   * @param status what the first answer had
   * @param attempt looks how things stand and writes; an answer without a write ends it too
   */
  public static Response write(int status, Supplier<Outcome<NotSaved, Response>> attempt) {
    Outcome<NotSaved, Response> done = attempt.get();
    for (int tried = 1; tried < TRIES && overtaken(done); tried++) {
      pause(tried);
      done = attempt.get();
    }
    return done.fold(reason -> RefusedWrite.answer(reason, status), answer -> answer);
  }

  /** By chance, so that those who met do not meet again. */
  private static void pause(int tried) {
    long longest = Math.min(LONGEST, (long) FIRST << (tried - 1));
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(longest));
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean overtaken(Outcome<NotSaved, Response> done) {
    return done.equals(Outcome.failure(new NotSaved.Overtaken()));
  }
}
