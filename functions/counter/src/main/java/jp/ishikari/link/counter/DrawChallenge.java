package jp.ishikari.link.counter;

import java.time.Duration;
import java.time.InstantSource;
import jp.ishikari.link.counter.store.ChallengeStore;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.edge.Secrets;

/** Gives a terminal something to sign: for a minute, and for one use. */
@Contract(response = DrawChallenge.Drawn.class, status = 201)
record DrawChallenge(ChallengeStore challenges, InstantSource clock) implements Operation {
  private static final Duration GOOD_FOR = Duration.ofMinutes(1);

  record Drawn(String challenge) {}

  @Override
  public Response run(Request request) {
    String challenge = Secrets.draw();
    challenges.keep(Secrets.hash(challenge), clock.instant().plus(GOOD_FOR));
    return Response.created(new Drawn(challenge));
  }
}
