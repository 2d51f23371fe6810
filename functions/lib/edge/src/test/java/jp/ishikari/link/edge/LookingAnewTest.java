package jp.ishikari.link.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;
import org.junit.jupiter.api.Test;

class LookingAnewTest {
  private static final Outcome<NotSaved, Response> OVERTAKEN =
      Outcome.failure(new NotSaved.Overtaken());

  private static int status(List<Outcome<NotSaved, Response>> attempts) {
    Queue<Outcome<NotSaved, Response>> left = new ArrayDeque<>(attempts);
    int status = LookingAnew.write(201, left::remove).status();
    assertEquals(0, left.size(), "an attempt was not made");
    return status;
  }

  @Test
  void whatWasOvertakenIsTriedAnewUntilItIsWritten() {
    assertEquals(204, status(List.of(OVERTAKEN, OVERTAKEN, Outcome.success(Response.noContent()))));
  }

  @Test
  void whoeverIsOvertakenTwelveTimesIsTold() {
    assertEquals(409, status(Collections.nCopies(12, OVERTAKEN)));
  }

  @Test
  void whatWasAnsweredBeforeIsAnsweredAgainAndNotTriedAnew() {
    assertEquals(201, status(List.of(Outcome.failure(new NotSaved.Repeated("{}")))));
  }
}
