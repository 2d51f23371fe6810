package jp.ishikari.link.edge;

import java.util.function.Supplier;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;

/**
 * Somebody else may write at the same moment: then it is looked at anew how things stand, and the
 * same is carried out on that. For writes that mean the same whatever the other one was.
 */
public final class LookingAnew {
  private static final int TRIES = 5;

  private LookingAnew() {}

  /**
   * @param status what the first answer had
   * @param attempt looks how things stand and writes; an answer without a write ends it too
   */
  public static Response write(int status, Supplier<Outcome<NotSaved, Response>> attempt) {
    Outcome<NotSaved, Response> done = attempt.get();
    for (int tried = 1; tried < TRIES && overtaken(done); tried++) {
      done = attempt.get();
    }
    return done.fold(reason -> RefusedWrite.answer(reason, status), answer -> answer);
  }

  private static boolean overtaken(Outcome<NotSaved, Response> done) {
    return done.equals(Outcome.failure(new NotSaved.Overtaken()));
  }
}
