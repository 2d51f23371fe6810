package jp.ishikari.link.counter;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.ishikari.link.domain.Division;
import jp.ishikari.link.domain.DivisionStore;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** Registers a terminal; the code that is told once makes one browser that terminal. */
@Contract(response = TerminalWrite.Saved.class, status = 201)
record RegisterTerminal(TerminalWrite writes, DivisionStore divisions) implements Operation {
  private static final int DIVISIONS = 100;

  private record Asked(String name, String place, Set<String> divisions) {}

  @Override
  public Response run(Request request) {
    return writes
        .fresh(request)
        .then(
            key ->
                Body.read(request, this::read)
                    .map(
                        asked ->
                            writes.add(
                                request, key, asked.name(), asked.place(), asked.divisions())))
        .fold(refusal -> refusal, answer -> answer);
  }

  private Asked read(Body body) {
    List<String> named = body.texts("divisions", DIVISIONS);
    Set<String> known =
        divisions.all().stream().map(Division::divisionId).collect(Collectors.toSet());
    if (named.isEmpty()) {
      body.wrong("divisions", "required", "この端末で本人確認をする課を、1つ以上選んでください。");
    } else if (!known.containsAll(named)) {
      body.wrong("divisions", "option", "課を選択肢から選んでください。");
    }
    return new Asked(body.text("name", 40), body.text("place", 80), new TreeSet<>(named));
  }
}
